import type { Analysis } from './analyze';
import { type ByteSource, chain, piecesOf, takeStart } from './reading/pieces';
import type { Scanning } from './reading/scanner/kernel';
import { START_BYTES } from './reading/startBytes';
import { recognizeFile } from './stretch/fileBeginning';
import type { FileKind } from './stretch/stretch';
import { type ReadPart, StretchReading } from './stretch/stretchReading';
import { Slices, type Surroundings } from './surroundings';

/**
 * Reads the file at a position of an analysis on the caller's own thread, as its bytes come, with pauses: the way where there
 * are no readers (readFiles.ts). Never throws on content or bytes that cannot be read: both end up in the report.
 */
export async function readHere(
  analysis: Analysis,
  file: number,
  source: ByteSource,
  surroundings: Surroundings,
  scanning?: Scanning,
): Promise<void> {
  const pieces = piecesOf(source);
  try {
    const start = await takeStart(pieces, START_BYTES);
    const location = source.location ?? source.path;
    const beginning = recognizeFile(start, analysis.options.columnMappings, location);
    if (analysis.begin(file, beginning) && beginning.kind !== undefined) {
      await surroundings.pause();
      const reading = new HereReading(analysis, file, location, beginning.kind, scanning);
      await reading.read(chain(start, pieces), surroundings);
    }
  } catch (error) {
    analysis.fail(file, error);
  } finally {
    // Closes the file, also where nothing more of it was wanted.
    await pieces.return(undefined);
  }
}

class HereReading {
  readonly #analysis: Analysis;
  readonly #file: number;
  readonly #reading: StretchReading;

  constructor(analysis: Analysis, file: number, location: string, kind: FileKind, scanning: Scanning | undefined) {
    this.#analysis = analysis;
    this.#file = file;
    this.#reading = new StretchReading(kind, { options: analysis.options, location, scanning });
  }

  async read(pieces: AsyncIterable<Uint8Array>, surroundings: Surroundings): Promise<void> {
    const slices = new Slices(surroundings);
    let isWhole = false;
    try {
      isWhole = await this.#readAll(pieces, surroundings, slices);
    } finally {
      // Also where the bytes end with an error, or the user stopped: what has been read is counted.
      await this.#add(this.#reading.finish(), slices, true);
      await slices.all(this.#analysis.settle());
      if (isWhole) {
        this.#analysis.end(this.#file);
      }
    }
  }

  /** Reads the pieces; false where it was cancelled before their end. */
  async #readAll(pieces: AsyncIterable<Uint8Array>, surroundings: Surroundings, slices: Slices): Promise<boolean> {
    let bytesRead = 0;
    for await (const bytes of pieces) {
      this.#reading.source.push(bytes);
      bytesRead += bytes.length;
      if (this.#reading.isMuch) {
        await this.#add(this.#reading.take(), slices, false);
      }
      surroundings.onProgress?.(this.#file, bytesRead);
      await slices.rest();
      if (surroundings.isCancelled()) {
        return false;
      }
    }
    this.#reading.source.end();
    return true;
  }

  async #add(part: ReadPart, slices: Slices, isLast: boolean): Promise<void> {
    await slices.all(this.#analysis.add(this.#file, { ...part, start: 0, end: 0, endsOpen: false, isLast }));
  }
}
