import * as vscode from 'vscode';
import { contributes } from '../../../package.json';
import type { AnalysisOptions } from '../../core/analyze';
import { readColumnMappings } from '../../core/formats/readColumnMappings';
import { type Mute, readMutes } from '../../core/insights/mute';
import { readConnectorThresholds, readRuleThresholds } from '../../core/insights/readThresholds';
import { DEFAULT_THRESHOLDS, shareOf } from '../../core/insights/thresholds';
import type { ColumnMapping } from '../../core/model/columnMapping';
import type { ConnectorType } from '../../core/model/connector';
import { dayOf } from '../../core/model/day';
import { SECTION } from './settingNames';

/** Settings that say when something is read, where it is shown, or who hears of it, and nothing of what comes of it. */
const NOT_OF_REPORTS = /^mailFlow\.(refresh|autoAnalyze|codeLens|problems\.keep|exports\.redact|assistants\.names)$/;
/** Settings by which what was read is judged. */
const OF_JUDGING = /^mailFlow\.(thresholds\.\w+|muted|connectorTypes|baseline)$/;
const REPORT_SETTINGS = Object.keys(contributes.configuration.properties).filter((name) => !NOT_OF_REPORTS.test(name));

/** What has to be done anew for the reports of a file, or of files in a folder, where settings have changed. */
export function changeOfReports(
  event: vscode.ConfigurationChangeEvent,
  uri: vscode.Uri,
): 'read' | 'judged' | undefined {
  const changed = event.affectsConfiguration(SECTION, uri)
    ? REPORT_SETTINGS.filter((name) => event.affectsConfiguration(name, uri))
    : [];
  return changed.length === 0 ? undefined : changed.every((name) => OF_JUDGING.test(name)) ? 'judged' : 'read';
}

/** True where reports of a file that has changed are brought up to date by themselves. */
export function refreshesItself(uri: vscode.Uri): boolean {
  const settings = vscode.workspace.getConfiguration(SECTION, uri);
  return settings.get('refresh') === 'automatic';
}

/** The settings that hold for a file, checked: a value of the wrong kind counts as the default. */
export function analysisOptions(uri: vscode.Uri): AnalysisOptions {
  const settings = vscode.workspace.getConfiguration(SECTION, uri);
  const types = connectorTypes(settings.get('connectorTypes'));
  return {
    missingTlsMeansNone: settings.get('missingTlsMeansNone') === true,
    lastWeek: settings.get('period') === 'lastWeek',
    dateOrder: settings.get('dateOrder') === 'dayFirst' ? 'dayFirst' : 'monthFirst',
    today: dayOf(Date.now()),
    thresholds: {
      share: shareOf(numberFrom(settings.get('thresholds.share'), 100, DEFAULT_THRESHOLDS.share * 100)),
      messages: numberFrom(settings.get('thresholds.messages'), Number.MAX_SAFE_INTEGER, DEFAULT_THRESHOLDS.messages),
    },
    ruleThresholds: readRuleThresholds(settings.get('thresholds.rules')).thresholds,
    connectorThresholds: readConnectorThresholds(settings.get('thresholds.connectors')).thresholds,
    muted: mutes(uri),
    columnMappings: columnMappings(uri),
    typeOf: (_direction, name) => types.get(name.toLowerCase()) ?? 'Unknown',
  };
}

/** What the settings say of how files are read, checked: what is of a wrong kind is left out. */
export function columnMappings(uri: vscode.Uri): readonly ColumnMapping[] {
  const settings = vscode.workspace.getConfiguration(SECTION, uri);
  return readColumnMappings(settings.get('columnMappings')).mappings;
}

/** What the user no longer wants to be warned about. */
export function mutes(uri: vscode.Uri): readonly Mute[] {
  const settings = vscode.workspace.getConfiguration(SECTION, uri);
  return readMutes(settings.get('muted'));
}

/** True where exported reports are redacted without asking. */
export function redactsAlways(uri: vscode.Uri): boolean {
  const settings = vscode.workspace.getConfiguration(SECTION, uri);
  return settings.get('exports.redact') === 'always';
}

/** True where an export's text has a code lens. */
export function showsCodeLens(uri: vscode.Uri): boolean {
  const settings = vscode.workspace.getConfiguration(SECTION, uri);
  return settings.get('codeLens') !== false;
}

/** True where a file's entries stay in the Problems panel when it is closed. */
export function keepsProblems(uri: vscode.Uri): boolean {
  const settings = vscode.workspace.getConfiguration(SECTION, uri);
  return settings.get('problems.keep') === 'workspace';
}

/** The path of the baseline that the reports of a file are held against; undefined where there is none. */
export function baselinePath(uri: vscode.Uri): string | undefined {
  const settings = vscode.workspace.getConfiguration(SECTION, uri);
  const path: unknown = settings.get('baseline');
  return typeof path === 'string' && path.trim() !== '' ? path.trim() : undefined;
}

/** Paths of the files that define connectors, as the settings for a file name them. */
export function definitionPaths(uri: vscode.Uri): string[] {
  const settings = vscode.workspace.getConfiguration(SECTION, uri);
  const paths: unknown = settings.get('definitionFiles');
  return Array.isArray(paths) ? paths.filter((path) => typeof path === 'string' && path.trim() !== '') : [];
}

function numberFrom(value: unknown, most: number, otherwise: number): number {
  return typeof value === 'number' && value >= 0 && value <= most ? value : otherwise;
}

function connectorTypes(value: unknown): Map<string, ConnectorType> {
  const types = new Map<string, ConnectorType>();
  if (typeof value === 'object' && value !== null) {
    for (const [name, type] of Object.entries(value)) {
      if (type === 'Partner' || type === 'OnPremises') {
        types.set(name.toLowerCase(), type);
      }
    }
  }
  return types;
}
