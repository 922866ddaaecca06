import type { DrillDownAnswer, DrillDownRequest } from '../protocol/messages';
import type { ExportAnalysis } from './exportAnalysis';

/** How many proving lines a page gets at a time. */
const LINES_A_TIME = 200;

/** Works out what a page asked about a connector. */
export async function answerDrillDown(request: DrillDownRequest, analysis: ExportAnalysis): Promise<DrillDownAnswer> {
  const { query } = request;
  if (request.type === 'peers') {
    const peers = await analysis.ask((asked) => asked.peers(query));
    return { type: 'peers', request: request.request, peers };
  }
  const list = await analysis.ask((asked) => asked.proofLines(query, LINES_A_TIME, request.skip));
  return { type: 'proofLines', request: request.request, list };
}
