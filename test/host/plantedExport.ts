// Three weeks of mail whose culprits are known: one host on TLS 1.0 all the time, and one that was repaired after eight days.
import type * as vscode from 'vscode';
import { CROWD, OLD_HOST, plantedMail, until } from '../generate/plantedMail';
import { TLS10, TLS12, traceOf } from '../generate/traceMail';
import { writeExport } from './exports';

export const REPAIRED = '203.0.113.8';
export const OLD = OLD_HOST.host;

/** Writes an export of so many days into the workspace. */
export function plantedExport(name: string, days = 21): vscode.Uri {
  const repaired = { ...OLD_HOST, host: REPAIRED, count: 9, version: until(8, TLS10, TLS12) };
  return writeExport(name, traceOf(plantedMail([...CROWD, OLD_HOST, repaired], days)));
}
