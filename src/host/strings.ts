import * as vscode from 'vscode';
import { type DocumentStrings, ENGLISH_DOCUMENT_STRINGS } from '../core/document/documentWording';
import { ENGLISH_EXPORT_STRINGS, type ExportStrings } from '../core/export/exportWording';
import { ENGLISH_PAGE_STRINGS, type PageStrings } from '../protocol/strings';

/** The texts of the pages and of the engine in the editor's language; English where a translation is missing. */
export function pageStrings(): PageStrings {
  const translated = Object.entries(ENGLISH_PAGE_STRINGS).map(([key, english]) => [key, vscode.l10n.t(english)]);
  return Object.fromEntries(translated) as PageStrings;
}

/** The texts of exports in the editor's language. */
export function exportStrings(): ExportStrings {
  const translated = Object.entries(ENGLISH_EXPORT_STRINGS).map(([key, english]) => [key, vscode.l10n.t(english)]);
  return Object.fromEntries(translated) as ExportStrings;
}

/** The texts that explain lines of exports, in the editor's language. */
export function documentStrings(): DocumentStrings {
  const translated = Object.entries(ENGLISH_DOCUMENT_STRINGS).map(([key, english]) => [key, vscode.l10n.t(english)]);
  return Object.fromEntries(translated) as DocumentStrings;
}
