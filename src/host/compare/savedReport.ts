import * as vscode from 'vscode';
import { readBaseline } from '../../core/compare/baseline';
import { NoReport, readSnapshot, type Snapshot } from '../../core/compare/snapshot';

/** No report is as large, in bytes. */
const LARGEST = 256 * 1024 * 1024;

/** What was saved of an earlier report. */
export interface SavedReport {
  readonly snapshot: Snapshot;
  /** A baseline holds insights and nothing else. */
  readonly isBaseline: boolean;
}

/** Reads a report that was saved as JSON, or a baseline; undefined where the file is neither, whatever else it is. */
export async function savedReport(uri: vscode.Uri): Promise<SavedReport | undefined> {
  if (!/\.json$/i.test(uri.path) || (await vscode.workspace.fs.stat(uri)).size > LARGEST) {
    return undefined;
  }
  try {
    const json: unknown = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)));
    if (typeof json === 'object' && json !== null && 'mailFlowBaseline' in json) {
      const { period, insights } = readBaseline(json);
      return { snapshot: { period, insights, connectors: [] }, isBaseline: true };
    }
    return { snapshot: readSnapshot(json), isBaseline: false };
  } catch (error) {
    if (error instanceof NoReport || error instanceof SyntaxError) {
      return undefined;
    }
    throw error;
  }
}
