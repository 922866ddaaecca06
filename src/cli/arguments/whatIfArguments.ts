import type { RedactionOptions } from '../../core/export/content';
import { DIRECTIONS, type Direction } from '../../core/model/connector';
import { TLS_STATES, type TlsState } from '../../core/model/tls';
import { ANALYSIS_OPTIONS, type AnalysisArguments, analysisArguments } from './analysisArguments';
import { choice, parseOptions, UsageError } from './options';
import { redaction } from './redactOptions';

const FORMATS = ['text', 'json', 'markdown'] as const;
/** Unknown cannot be refused, and of a version that is not told nobody knows what would happen. */
const REFUSABLE = ['none', 'ssl3.0', 'tls1.0', 'tls1.1', 'tls1.2', 'tls1.3'] as const satisfies readonly TlsState[];

/** A connector by its name, of one direction or of both. */
export interface NamedConnector {
  readonly name: string;
  readonly direction?: Direction;
}

/** What `what-if` is asked for. */
export interface WhatIfArguments extends AnalysisArguments {
  readonly format: (typeof FORMATS)[number];
  readonly output?: string;
  /** Null: nothing is replaced. */
  readonly redaction: RedactionOptions | null;
  /** TLS states that are refused, or a connector that forces TLS. */
  readonly supposed: { readonly refused: readonly TlsState[] } | { readonly forced: NamedConnector };
}

const WHAT_IF_OPTIONS = {
  ...ANALYSIS_OPTIONS,
  format: { type: 'string' },
  output: { type: 'string' },
  redact: { type: 'boolean' },
  keep: { type: 'string', multiple: true },
  refuse: { type: 'string' },
  'force-tls': { type: 'string' },
} as const;

/** Reads the arguments of `what-if`. Throws {@link UsageError}. */
export function parseWhatIfArguments(args: readonly string[]): WhatIfArguments {
  const { values, positionals } = parseOptions(args, WHAT_IF_OPTIONS);
  const { refuse, 'force-tls': force, output } = values;
  if ((refuse === undefined) === (force === undefined)) {
    throw new UsageError('what-if takes either --refuse tls1.0,tls1.1 or --force-tls CONNECTOR');
  }
  return {
    ...analysisArguments('what-if', values, positionals),
    format: choice(values.format ?? 'text', '--format', FORMATS),
    redaction: redaction(values.redact ?? false, values.keep ?? [], ['connectors']),
    ...(output === undefined ? {} : { output }),
    supposed: refuse === undefined ? { forced: connectorOf(force ?? '') } : { refused: statesOf(refuse) },
  };
}

function statesOf(text: string): TlsState[] {
  const asked = new Set<TlsState>(text.split(',').map((one) => choice(one.trim(), '--refuse', REFUSABLE)));
  return TLS_STATES.filter((state) => asked.has(state));
}

/** `NAME`, or `inbound:NAME` where connectors of both directions have it. */
function connectorOf(text: string): NamedConnector {
  const direction = DIRECTIONS.find((one) => text.startsWith(`${one}:`));
  return direction === undefined ? { name: text } : { direction, name: text.slice(direction.length + 1) };
}
