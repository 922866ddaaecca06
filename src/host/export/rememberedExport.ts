import * as vscode from 'vscode';
import type { ExportFormat } from '../../core/export/exportReport';

const KEY = 'mailFlow.export';
const FORMATS: readonly ExportFormat[] = ['html', 'csv', 'csv-hosts', 'markdown', 'json'];

/** How the last report was exported. */
export interface LastExport {
  readonly format?: ExportFormat;
  readonly isRedacted?: boolean;
  readonly folder?: vscode.Uri;
}

/** Remembers with the workspace how reports are exported. */
export class RememberedExport {
  readonly #memento: vscode.Memento;

  constructor(memento: vscode.Memento) {
    this.#memento = memento;
  }

  /** As far as what is remembered is right. */
  get last(): LastExport {
    const saved = this.#memento.get<Readonly<Record<string, unknown>>>(KEY) ?? {};
    const format = FORMATS.find((known) => known === saved.format);
    return {
      ...(format === undefined ? {} : { format }),
      ...(typeof saved.isRedacted === 'boolean' ? { isRedacted: saved.isRedacted } : {}),
      ...(typeof saved.folder === 'string' ? { folder: vscode.Uri.parse(saved.folder) } : {}),
    };
  }

  remember(format: ExportFormat, isRedacted: boolean, target: vscode.Uri): void {
    const folder = vscode.Uri.joinPath(target, '..').toString();
    void this.#memento.update(KEY, { format, isRedacted, folder });
  }
}
