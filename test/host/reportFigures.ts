// What the JSON report says, as the page has to print it in English: worked out from the JSON alone.

import { reportJson } from '../../src/core/report/json';
import type { MailFlowReport } from '../../src/core/report/report';

export type TlsJson = Readonly<Record<string, number>>;

interface DayJson {
  readonly date: string;
  readonly messages: number;
  readonly tls: TlsJson;
  readonly approximate: boolean;
}

/** The parts of the contract (docs/report.schema.json) that have figures. */
export interface ReportJson {
  readonly period: { readonly start: string; readonly end: string };
  readonly directions: Readonly<Record<'inbound' | 'outbound', { readonly messages: number; readonly tls: TlsJson }>>;
  readonly connectors: readonly {
    readonly direction: 'inbound' | 'outbound';
    readonly label: string;
    readonly type: string;
    readonly messages: number;
    readonly tls: TlsJson;
    readonly days: readonly DayJson[];
  }[];
  readonly insights: readonly { readonly rule: string; readonly messages: number; readonly share: number }[];
}

export const jsonOf = (report: MailFlowReport): ReportJson => reportJson(report) as ReportJson;

/** The columns of shares that are always there, by their keys in the JSON. */
export const STATES = ['none', 'tls1.0', 'tls1.1', 'tls1.2', 'tls1.3', 'unknown'] as const;

/** Adds figures up. */
export function sumOf(parts: readonly { readonly messages: number; readonly tls: TlsJson }[]) {
  const tls: Record<string, number> = {};
  for (const part of parts) {
    for (const [state, count] of Object.entries(part.tls)) {
      tls[state] = (tls[state] ?? 0) + count;
    }
  }
  return { messages: parts.reduce((sum, part) => sum + part.messages, 0), tls };
}

export const counted = (count: number): string => count.toLocaleString('en');

/** `97.0%`; 100 and 0 only where exact. */
export function percentOf(part: number, whole: number, digits: number): string {
  if (part === 0 || part === whole) {
    return part === 0 ? '0%' : '100%';
  }
  const step = 10 ** -digits;
  const rounded = Math.round((part / whole) * 10 ** (digits + 2)) / 10 ** digits;
  return `${Math.min(100 - step, Math.max(step, rounded)).toFixed(digits)}%`;
}

/** What the cells of a line say: its shares with their numbers, and its volume. */
export function cellsOf({ messages, tls }: { readonly messages: number; readonly tls: TlsJson }): string[] {
  const known = messages - (tls.unknown ?? 0);
  const shares = STATES.map((state) => {
    const whole = state === 'unknown' ? messages : known;
    return whole === 0 ? 'Not told' : `${percentOf(tls[state] ?? 0, whole, 1)} (${counted(tls[state] ?? 0)})`;
  });
  return [...shares, counted(messages)];
}

/** The last of a period's days that has messages, and the six before. */
export function lastWeekOf(json: ReportJson): readonly string[] {
  const days = json.connectors.flatMap((connector) => connector.days.map(({ date }) => date)).sort();
  const newest = Date.parse(`${days.at(-1)}T00:00:00Z`);
  return Array.from({ length: 7 }, (_, back) => new Date(newest - back * 86_400_000).toISOString().slice(0, 10));
}
