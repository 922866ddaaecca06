import * as vscode from 'vscode';
import { mappingFor } from '../../core/formats/mappingFor';
import { readColumnMappings } from '../../core/formats/readColumnMappings';
import type { ColumnMapping } from '../../core/model/columnMapping';
import type { Columns } from '../../core/reading/columns';
import { COLUMN_MAPPINGS, SECTION } from '../settings/settingNames';
import { columnMappings } from '../settings/settings';
import { targetOf } from '../settings/writtenSettings';
import { locationOf } from '../sources/exportSource';

/** What the settings say of how a file with these titles is read; undefined where they say nothing. */
export function mappingOf(uri: vscode.Uri, columns: Columns): ColumnMapping | undefined {
  return mappingFor(columns, locationOf(uri), columnMappings(uri));
}

/**
 * Writes down how files with these titles are read (undefined: as their content says), in place of what the settings say of
 * them now. Rejects where settings cannot be written.
 */
export async function rememberMapping(
  uri: vscode.Uri,
  columns: Columns,
  mapping: ColumnMapping | undefined,
): Promise<void> {
  const settings = vscode.workspace.getConfiguration(SECTION, uri);
  const value: unknown = settings.get(COLUMN_MAPPINGS);
  const written: readonly unknown[] = Array.isArray(value) ? value : [];
  // Entries that nobody understands stay as they are.
  const others = written.filter((entry) => !isAbout(entry, uri, columns));
  const next = mapping === undefined ? others : [...others, asWritten(mapping)];
  if (JSON.stringify(next) !== JSON.stringify(written)) {
    await settings.update(COLUMN_MAPPINGS, next, targetOf(settings, COLUMN_MAPPINGS));
  }
}

function isAbout(entry: unknown, uri: vscode.Uri, columns: Columns): boolean {
  return mappingFor(columns, locationOf(uri), readColumnMappings([entry]).mappings) !== undefined;
}

/** Without what says nothing. */
function asWritten({ header, file, format, columns, direction }: ColumnMapping): object {
  return {
    ...(file === undefined ? { header } : { file }),
    ...(format === undefined ? { columns } : { format }),
    ...(direction === undefined ? {} : { direction }),
  };
}
