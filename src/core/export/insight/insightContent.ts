import type { Insight } from '../../report/report';
import type { Evidence, ExportContext } from '../content';
import type { InsightPeer } from './insightPeers';

/** What is handed on of one insight. */
export interface InsightContent {
  readonly insight: Insight;
  /** Who causes it. */
  readonly peers: readonly InsightPeer[];
  /** The text of its proving lines, as far as it could be read. */
  readonly evidence: readonly Evidence[];
}

/** What both texts about an insight are made with. */
export type InsightContext = Pick<ExportContext, 'strings' | 'locale' | 'time'>;
