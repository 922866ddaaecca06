import type { ReadingProgress } from '../../protocol/messages';
import type { FileStamp } from './fileStamp';
import type { OpenedSources, ReportFile } from './openSources';
import { nameOf } from './sourceSet';

/** How files stand, by uri. */
export type Stamps = ReadonlyMap<string, FileStamp>;

/**
 * The files that are read, by their positions in the report, in the order in which that is done: definitions first; last the
 * file that was written last, since that one can be read on once it has grown.
 */
export function readingOrder({ files, definitionsFrom }: OpenedSources, stamps: Stamps): readonly number[] {
  const readable = [...files.keys()].filter((position) => isRead(files[position] as ReportFile));
  const own = readable.filter((position) => position < definitionsFrom);
  const written = (position: number): number => stamps.get(String(files[position]?.uri))?.mtime ?? 0;
  const newest = own.reduce((last, position) => (written(position) >= written(last) ? position : last), own[0] ?? -1);
  const uri = String(files[newest]?.uri);
  const isNewest = (position: number): boolean => String(files[position]?.uri) === uri;
  return [
    ...readable.filter((position) => position >= definitionsFrom),
    ...own.filter((position) => !isNewest(position)),
    ...own.filter(isNewest),
  ];
}

/** Tells how far all files have been read when so many bytes of one are; files in a container count as one. */
export function progressThrough(
  files: readonly ReportFile[],
  order: readonly number[],
  stamps: Stamps,
): (file: number, bytes: number) => ReadingProgress {
  const uris = [...new Set(order.map((position) => String(files[position]?.uri)))];
  const before = new Map<string, number>();
  let bytesTotal = 0;
  for (const uri of uris) {
    before.set(uri, bytesTotal);
    bytesTotal += Math.max(0, stamps.get(uri)?.size ?? 0);
  }
  return (position, bytes) => {
    const uri = files[position]?.uri;
    const file = uri === undefined ? '' : nameOf(uri);
    const number = 1 + uris.indexOf(String(uri));
    return { file, number, files: uris.length, bytesRead: (before.get(String(uri)) ?? 0) + bytes, bytesTotal };
  };
}

function isRead({ error, unknown }: ReportFile): boolean {
  return error === undefined && unknown === undefined;
}
