import * as vscode from 'vscode';
import { recognize } from '../../core/formats/formats';
import { readableFormats } from '../../core/formats/readableFormats';
import {
  EXPORT_KINDS,
  EXPORT_ORIGINS,
  type FormatId,
  kindsFrom,
  mainlyTold,
  type Told,
} from '../../core/model/exportKind';
import { readFileStart } from '../../core/reading/fileStart';
import type { PageStrings } from '../../protocol/strings';
import { rememberMapping } from './columnMappings';
import type { FileLook } from './fileLook';

/** What the user decided on. */
type Decision = { readonly kind: 'format'; readonly format: FormatId } | { readonly kind: 'recognize' | 'mapColumns' };
type Item = vscode.QuickPickItem & { readonly decision?: Decision };

/**
 * Asks in which format a file is to be read, and remembers the answer: by its titles, or, where it has none, by its place.
 * `mapColumns`: the user would rather say what its columns hold. Undefined where nothing was chosen.
 */
export async function chooseFormat(
  uri: vscode.Uri,
  look: FileLook,
  strings: PageStrings,
): Promise<'chosen' | 'mapColumns' | undefined> {
  const recognized = recognize(readFileStart(look.start), [])?.id;
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  const chosen = await vscode.window.showQuickPick<Item>(itemsOf(look, recognized, strings), {
    title: vscode.l10n.t('Format of {0}', name),
    placeHolder: vscode.l10n.t('Read this file as…'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  switch (chosen?.decision?.kind) {
    case undefined:
      return undefined;
    case 'mapColumns':
      return 'mapColumns';
    case 'recognize':
      await rememberMapping(uri, look.columns, undefined);
      return 'chosen';
    case 'format': {
      const { format } = chosen.decision;
      // Nothing has to be remembered of what the content says by itself.
      await rememberMapping(uri, look.columns, format === recognized ? undefined : mappingTo(format, uri, look));
      return 'chosen';
    }
  }
}

function mappingTo(format: FormatId, uri: vscode.Uri, { preview: { header } }: FileLook) {
  return header.length > 0
    ? { header, format, columns: {} }
    : { header, format, columns: {}, file: vscode.workspace.asRelativePath(uri, false) };
}

function itemsOf({ preview, mapping }: FileLook, recognized: FormatId | undefined, strings: PageStrings): Item[] {
  const readable = new Set(readableFormats(preview.layout).map(({ id }) => id));
  const inForce = mapping?.format ?? (mapping === undefined ? recognized : undefined);
  const itemOf = (kind: FormatId): Item => ({
    label: kind === inForce ? `$(check) ${strings[`format.${kind}`]}` : strings[`format.${kind}`],
    description:
      kind === recognized ? vscode.l10n.t('recognised by its content') : strings[`mainly.${mainlyTold(kind)}`],
    detail: (EXPORT_KINDS[kind] as readonly Told[]).map((told) => strings[`told.${told}`]).join(', '),
    decision: { kind: 'format', format: kind },
  });
  const groups = EXPORT_ORIGINS.flatMap((origin) => {
    const kinds = kindsFrom(origin).filter((kind) => readable.has(kind) && kind !== recognized);
    const items = kinds.map(itemOf);
    return items.length === 0 ? [] : [separator(strings[`origin.${origin}`]), ...items];
  });
  return [
    ...(mapping === undefined ? [] : [automatic()]),
    ...(recognized === undefined ? [] : [itemOf(recognized)]),
    ...groups,
    ...(preview.layout === 'text' ? [] : [separator(''), mapColumns()]),
  ];
}

function automatic(): Item {
  return {
    label: vscode.l10n.t('Recognise by Content'),
    description: vscode.l10n.t('forgets what was chosen'),
    decision: { kind: 'recognize' },
  };
}

function mapColumns(): Item {
  return {
    label: vscode.l10n.t('Map Columns…'),
    description: vscode.l10n.t('say what each column holds'),
    decision: { kind: 'mapColumns' },
  };
}

function separator(label: string): Item {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}
