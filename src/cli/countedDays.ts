import type { Analysis } from '../core/analyze';
import { sumDays } from '../core/report/figures';
import type { ConnectorFlow } from '../core/report/report';

/** The days that were asked for; either end may be open. */
export interface AskedDays {
  readonly from?: string;
  readonly to?: string;
}

function hasNoMessage(connectors: readonly ConnectorFlow[]): boolean {
  return connectors.every(({ days }) => sumDays(days, null).messages === 0);
}

/**
 * What is wrong with days that were asked for: that no message was counted on them, though the files hold some on others.
 * Undefined where nothing is. `connectors`: of the report of these days.
 */
export function noMessageOn(
  { from, to }: AskedDays,
  connectors: readonly ConnectorFlow[],
  analysis: Analysis,
): string | undefined {
  const counted = hasNoMessage(connectors) ? analysis.countedDays() : null;
  if (counted === null) {
    return undefined;
  }
  const asked = to === undefined ? `from ${from} on` : from === undefined ? `up to ${to}` : `from ${from} to ${to}`;
  return `No message was counted ${asked}; the data reach from ${counted.start} to ${counted.end}`;
}
