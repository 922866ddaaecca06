import type * as vscode from 'vscode';
import type { ColumnMapping } from '../../core/model/columnMapping';
import type { Columns } from '../../core/reading/columns';
import { type FilePreview, previewFile } from '../../core/reading/filePreview';
import { readFileStart } from '../../core/reading/fileStart';
import type { SeenFile } from '../../protocol/messages';
import type { ExportSource } from '../sources/exportSource';
import { mappingOf } from './columnMappings';

/** What a file shows to somebody who decides how it is read, and what has been decided. */
export interface FileLook {
  readonly start: Uint8Array;
  readonly preview: FilePreview;
  /** What mappings know the file by. */
  readonly columns: Columns;
  /** The mapping in force. */
  readonly mapping: ColumnMapping | undefined;
}

/** Looks into a file; undefined where it is empty, no text, or cannot be read. */
export async function lookInto(source: ExportSource, uri: vscode.Uri): Promise<FileLook | undefined> {
  const start = await source.start(uri);
  const preview = start === undefined ? undefined : previewFile(start);
  if (start === undefined || preview === undefined) {
    return undefined;
  }
  const { columns } = readFileStart(start);
  return { start, preview, columns, mapping: mappingOf(uri, columns) };
}

/** As a page shows it. */
export function seenFile({ preview }: FileLook): SeenFile {
  const { encoding, layout, delimiter, columns } = preview;
  return { encoding, layout, delimiter, titles: columns.map(({ title }) => title) };
}
