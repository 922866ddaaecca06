import * as vscode from 'vscode';
import { readDirectionCell } from '../../core/formats/directionCell';
import { suggestColumns } from '../../core/formats/suggestColumns';
import { mappingFault } from '../../core/model/columnMapping';
import { Columns } from '../../core/reading/columns';
import { readTime } from '../../core/reading/localDate';
import type { ColumnChoices, MappingForm } from '../../protocol/messages';
import { columnMappings } from '../settings/settings';
import { rememberMapping } from './columnMappings';
import type { FileLook } from './fileLook';

/** What the form *Map Columns* shows of a file; undefined where the file has no columns. */
export function mappingForm(uri: vscode.Uri, { preview, mapping }: FileLook): MappingForm | undefined {
  if (preview.layout === 'text') {
    return undefined;
  }
  const { columns, direction, missing } = suggestColumns(preview.columns, mapping, columnMappings(uri));
  return {
    columns: preview.columns.map(({ title, values }) => ({
      title,
      values,
      holdsTimes: values.every((value) => readTime(value) !== undefined),
      holdsDirections: values.every((value) => readDirectionCell(value) !== 'other'),
    })),
    choices: { columns, direction },
    missing,
    isMapped: mapping !== undefined && mapping.format === undefined,
  };
}

/** Remembers what the form says of a file's columns. Rejects, with a reason for the reader, where that cannot be. */
export async function applyMapping(
  uri: vscode.Uri,
  look: FileLook,
  { columns, direction }: ColumnChoices,
): Promise<void> {
  const { preview } = look;
  const titles = new Columns(preview.columns.map(({ title }) => title));
  const choices = direction === null || columns.direction !== undefined ? { columns } : { columns, direction };
  if (preview.layout === 'text' || mappingFault(choices, (title) => titles.has(title)) !== undefined) {
    throw new Error(vscode.l10n.t('The file no longer has these columns, or what is required was not chosen.'));
  }
  await rememberMapping(uri, look.columns, { header: preview.header, ...choices });
}
