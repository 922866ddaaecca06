import type { TlsState } from '../core/model/tls';
import { recordOf, textOf } from './savedValues';

/** What the reader supposes: old versions are refused on all connectors, or one connector forces TLS. */
export type Supposed =
  | { readonly kind: 'refuse'; readonly upTo: 'tls1.0' | 'tls1.1' }
  /** `connector`: its key (`keyOf` in core/report/connectorReport.ts). */
  | { readonly kind: 'force'; readonly connector: string };

/** What is supposed when the question is opened: the next step that Exchange Online and RFC 8996 ask for. */
export const USUALLY_SUPPOSED: Supposed = { kind: 'refuse', upTo: 'tls1.1' };

/** A connector's key is hardly longer than its name. */
const LONGEST_KEY = 1000;

/** The TLS states that are refused where old versions are. */
export function refusedStates(upTo: 'tls1.0' | 'tls1.1'): readonly TlsState[] {
  return upTo === 'tls1.0' ? ['tls1.0'] : ['tls1.0', 'tls1.1'];
}

/** Reads what a page sent or was remembered; null where it is no such thing. */
export function restoreSupposed(saved: unknown): Supposed | null {
  const { kind, upTo, connector } = recordOf(saved);
  if (kind === 'refuse') {
    return upTo === 'tls1.0' || upTo === 'tls1.1' ? { kind, upTo } : null;
  }
  const key = textOf(connector, LONGEST_KEY);
  return kind === 'force' && key !== undefined ? { kind, connector: key } : null;
}
