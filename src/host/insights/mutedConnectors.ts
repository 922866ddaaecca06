import * as vscode from 'vscode';
import { type Mute, readMutes } from '../../core/insights/mute';
import type { Insight } from '../../core/report/report';
import { insightTitle } from '../../core/report/wording';
import type { PageStrings } from '../../protocol/strings';
import { offerUndo } from '../messages/undo';
import { SECTION } from '../settings/settingNames';
import { targetOf, writeRest } from '../settings/writtenSettings';

const MUTED = 'muted';

/** Takes note of everything that is said of a connector in a direction: it is warned about no more. Can be undone at once. */
export async function muteConnector(uri: vscode.Uri, { connector, direction }: Insight): Promise<void> {
  const settings = vscode.workspace.getConfiguration(SECTION, uri);
  const mute: Mute = { connector, direction };
  const written = writtenMutes(settings);
  await settings.update(MUTED, [...written.filter((entry) => !isSame(entry, mute)), mute], targetOf(settings, MUTED));
  const name = connector ?? vscode.l10n.t('mail of no named connector');
  const message = vscode.l10n.t('{0} is muted: the report still lists its insights, Problems does not.', name);
  offerUndo(message, () => unmute(uri, [mute]));
}

/** Lists what is muted, and has warned again about what the user takes off the list. `given`: what need not be asked for. */
export async function listMuted(uri: vscode.Uri | undefined, strings: PageStrings, given: unknown): Promise<void> {
  const settings = vscode.workspace.getConfiguration(SECTION, uri);
  const mutes = readMutes(settings.get(MUTED));
  if (mutes.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('No connector is muted.'));
    return;
  }
  const named = readMutes(given);
  const chosen = named.length > 0 ? named : await choose(mutes, strings);
  if (chosen !== undefined && chosen.length > 0) {
    await unmute(uri, chosen);
  }
}

async function choose(mutes: readonly Mute[], strings: PageStrings): Promise<readonly Mute[] | undefined> {
  const items = mutes.map((mute) => ({
    label: mute.connector ?? vscode.l10n.t('mail of no named connector'),
    description: mute.direction === undefined ? '' : strings[`direction.${mute.direction}`],
    ...(mute.rule === undefined ? {} : { detail: insightTitle(strings, mute.rule, false) }),
    mute,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Muted Connectors'),
    placeHolder: vscode.l10n.t('Choose those to be warned about again'),
    canPickMany: true,
  });
  return chosen?.map(({ mute }) => mute);
}

async function unmute(uri: vscode.Uri | undefined, mutes: readonly Mute[]): Promise<void> {
  const settings = vscode.workspace.getConfiguration(SECTION, uri);
  const kept = writtenMutes(settings).filter((entry) => !mutes.some((mute) => isSame(entry, mute)));
  await writeRest(settings, MUTED, kept, kept.length === 0);
}

/** As the setting has them: entries that nobody understands stay as they are. */
function writtenMutes(settings: vscode.WorkspaceConfiguration): readonly unknown[] {
  const value: unknown = settings.get(MUTED);
  return Array.isArray(value) ? value : [];
}

function isSame(entry: unknown, { connector, direction, rule }: Mute): boolean {
  const [read] = readMutes([entry]);
  return (
    read !== undefined &&
    (read.connector?.toLowerCase() ?? null) === (connector?.toLowerCase() ?? null) &&
    read.direction === direction &&
    read.rule === rule
  );
}
