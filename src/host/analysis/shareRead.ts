import type { AnalysisState } from '../../protocol/messages';

/** How much has been read, 0 to 1: nothing as long as nobody knows how much there is. */
export function shareRead(state: AnalysisState): number {
  const { bytesRead, bytesTotal } = state.kind === 'reading' ? state.progress : { bytesRead: 0, bytesTotal: 0 };
  return bytesTotal === 0 ? 0 : Math.min(1, bytesRead / bytesTotal);
}
