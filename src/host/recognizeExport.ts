import type * as vscode from 'vscode';
import { packingOf } from '../core/container/packing';
import { expandFiles } from '../core/expandFiles';
import { recognizeFile } from '../core/stretch/fileBeginning';
import { type ExportSource, locationOf } from './exportSource';
import type { Platform } from './platform';
import { analysisOptions, columnMappings } from './settings';

/** Files of a container that are looked at: an export stands among the first, if it is what the container is for. */
const LOOKED_AT = 4;

/** Tells by a file's content whether it is an export, or a container that holds one. Reads little of it. */
export async function isExport(uri: vscode.Uri, source: ExportSource, platform: Platform): Promise<boolean> {
  const start = await source.start(uri);
  if (start === undefined) {
    return false;
  }
  const packing = packingOf(start);
  return packing === 'gzip' || packing === 'ZIP'
    ? holdsExport(uri, source, platform).catch(() => false)
    : recognizeFile(start, columnMappings(uri), locationOf(uri)).kind !== undefined;
}

/** On a thread: a container's directory may be long. */
async function holdsExport(uri: vscode.Uri, source: ExportSource, platform: Platform): Promise<boolean> {
  const input = await source.input(uri);
  const readers = platform.readers(analysisOptions(uri));
  try {
    const files = await expandFiles([{ path: '', input }], readers, { isQuick: true });
    for (const file of files.slice(0, LOOKED_AT)) {
      const { beginning } = await readers.begin(file.input, 0);
      if (beginning.kind !== undefined) {
        return true;
      }
    }
    return false;
  } finally {
    readers.dispose();
  }
}
