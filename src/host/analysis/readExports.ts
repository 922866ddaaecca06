import type { Analysis, AnalysisOptions } from '../../core/analyze';
import { countingOptions } from '../../core/formats/format';
import type { Checkpoint } from '../../core/stretch/checkpoint';
import type { Platform } from '../platform';
import { isSameStamp, stampOf } from '../sources/fileStamp';
import type { OpenedSources } from '../sources/openSources';
import type { ReadSources } from '../sources/readSources';

/** What a reading came to: it answers questions, and can be gone on with. */
export interface ReadExports {
  readonly analysis: Analysis;
  readonly sources: ReadSources;
  readonly opened: OpenedSources;
  /** Positions of the files, as they were read. */
  readonly order: readonly number[];
  /** Where the file that was read last can be read on from. */
  readonly checkpoint: Checkpoint | undefined;
}

/** True where all is counted as before, and of the same files nothing has changed but the one that was read last, which has grown. */
export function hasOnlyGrown(
  { analysis, sources, opened, order, checkpoint }: ReadExports,
  { stamps }: ReadSources,
  options: AnalysisOptions,
): boolean {
  const last = String(opened.files[order.at(-1) ?? -1]?.uri);
  const others = [...stamps].filter(([uri]) => uri !== last);
  return (
    JSON.stringify(countingOptions(options)) === JSON.stringify(countingOptions(analysis.options)) &&
    stamps.size === sources.stamps.size &&
    others.every(([uri, stamp]) => isSameStamp(stamp, sources.stamps.get(uri))) &&
    (stamps.get(last)?.size ?? 0) > (checkpoint?.end ?? Number.POSITIVE_INFINITY)
  );
}

/** A file that was written while it was read, and of which nothing is left to be read, counts as it stands now. */
export async function settled(read: ReadExports, { disk }: Platform): Promise<ReadExports> {
  const { opened, order, checkpoint, sources } = read;
  const last = opened.files[order.at(-1) ?? -1];
  const now = checkpoint === undefined || last === undefined ? undefined : await stampOf(last.uri, disk);
  if (now !== undefined && now.size === checkpoint?.end) {
    sources.stamps.set(String(last?.uri), now);
  }
  return read;
}
