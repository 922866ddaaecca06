import { LINES_A_TIME, type LineText } from '../../core/report/drillDown';
import type { WorkerPool } from '../../core/stretch/workerPool';
import type { DrillDownAnswer, DrillDownRequest } from '../../protocol/messages';
import type { ExportAnalysis } from '../analysis/exportAnalysis';

/** Works out what one page asks about connectors. */
export class DrillDownAnswers {
  /** Those that look for the text of lines. */
  #readers: WorkerPool | undefined;

  async answer(request: DrillDownRequest, analysis: ExportAnalysis): Promise<DrillDownAnswer> {
    switch (request.type) {
      case 'peers': {
        const peers = await analysis.ask((asked) => asked.peers(request.query));
        return { type: 'peers', request: request.request, peers };
      }
      case 'proofLines': {
        const { query, skip } = request;
        const list = await analysis.ask((asked) => asked.proofLines(query, LINES_A_TIME, skip));
        return { type: 'proofLines', request: request.request, list };
      }
      case 'lineTexts': {
        const texts = await this.#texts(analysis, request.file, request.lines);
        return { type: 'lineTexts', request: request.request, texts };
      }
    }
  }

  /** Ends the search for lines: nobody waits for it any more. */
  cancel(): void {
    this.#readers?.dispose();
    this.#readers = undefined;
  }

  /** On a thread of its own, since a line may be far behind; a page looks at one list of lines at a time. */
  async #texts(analysis: ExportAnalysis, position: number, lines: readonly number[]): Promise<readonly LineText[]> {
    this.cancel();
    const file = analysis.fileAt(position);
    if (file === undefined) {
      return [];
    }
    const readers = analysis.newReaders();
    this.#readers = readers;
    try {
      return await readers.texts(await analysis.inputOf(file), lines);
    } catch {
      // The file is gone, or nobody waits any more. The line can still be opened, which says what is wrong.
      return [];
    } finally {
      readers.dispose();
    }
  }
}
