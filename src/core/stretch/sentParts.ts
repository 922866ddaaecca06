import type { Facts } from '../facts/facts';
import type { HostNotesOfStretch } from '../facts/hostNoteList';
import type { BegunFile } from './readers';
import type { StretchPart } from './stretch';

/** A part of a stretch on its way from the thread that has read it. */
export type SentPart = Omit<StretchPart, 'facts'> & { readonly facts: SentFacts };
type SentFacts = Omit<Facts, 'names' | 'hostNotes'> & { readonly names: SentTexts; readonly hostNotes: SentNotes };
type SentNotes = Omit<HostNotesOfStretch, 'texts'> & { readonly texts: SentTexts };

/** A file that was recognised, on its way from the thread that has read its first stretch. */
export type SentFile = Omit<BegunFile, 'parts'> & { readonly parts: readonly SentPart[] };

/** A list of texts of which most have been sent before, with the facts of other stretches: how many, and the rest. */
interface SentTexts {
  readonly known: number;
  readonly fresh: readonly string[];
}

/** What a thread sends of the files that it reads: each text once. */
export class PartSender {
  readonly #names = new TextSender();
  readonly #notes = new TextSender();

  part(part: StretchPart): SentPart {
    const { names, hostNotes, ...facts } = part.facts;
    const sent = { ...hostNotes, texts: this.#notes.send(hostNotes.texts) };
    return { ...part, facts: { ...facts, names: this.#names.send(names), hostNotes: sent } };
  }

  file(file: BegunFile): SentFile {
    return { ...file, parts: file.parts.map((part) => this.part(part)) };
  }

  /** Something may not have arrived: all texts are sent again. */
  forget(): void {
    this.#names.forget();
    this.#notes.forget();
  }
}

/** What comes from such a thread, all of it and in order. */
export class PartReceiver {
  readonly #names = new TextReceiver();
  readonly #notes = new TextReceiver();

  /** Throws where something that was sent before is missing. */
  part(part: SentPart): StretchPart {
    const { names, hostNotes, ...facts } = part.facts;
    const received = { ...hostNotes, texts: this.#notes.receive(hostNotes.texts) };
    return { ...part, facts: { ...facts, names: this.#names.receive(names), hostNotes: received } };
  }

  /** As {@link part}. */
  file(file: SentFile): BegunFile {
    return { ...file, parts: file.parts.map((part) => this.part(part)) };
  }
}

class TextSender {
  #texts: readonly string[] = [];
  #known = 0;

  send(texts: readonly string[]): SentTexts {
    if (texts.length <= 1 && this.#known > 0) {
      // Of a stretch that tells nothing: the empty text, with which every list begins.
      return { known: this.#known, fresh: [] };
    }
    const known = texts === this.#texts ? this.#known : 0;
    this.#texts = texts;
    this.#known = texts.length;
    return { known, fresh: texts.slice(known) };
  }

  forget(): void {
    this.#texts = [];
    this.#known = 0;
  }
}

class TextReceiver {
  #texts: string[] = [];

  receive({ known, fresh }: SentTexts): readonly string[] {
    if (known === 0) {
      this.#texts = [];
    }
    if (known !== this.#texts.length) {
      throw new Error('Texts of another thread are missing');
    }
    for (const text of fresh) {
      this.#texts.push(text);
    }
    return this.#texts;
  }
}
