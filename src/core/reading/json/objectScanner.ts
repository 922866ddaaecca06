import { LineBreaks } from '../lines';

/** An object's text, and its line counted from the text's first one. */
export interface FoundObject {
  readonly text: string;
  readonly line: number;
}

/** Receives what is found, in order. */
export interface ObjectSink {
  object(found: FoundObject): void;
  /** Text that belongs to no object and separates none. */
  stray(line: number): void;
  /** An object longer than the longest allowed; it is left out. */
  tooLong(line: number): void;
}

/** What matters of a text outside of strings, and inside of them. */
const OUTSIDE = /["{}[\]]|[^\s,:]/g;
const STRUCTURE = /["{}[\]]/g;
const STRING_END = /["\\]/g;
/** Members of an envelope that hold its records: Graph's, OData's and streaming services' answers. */
const ENVELOPE = /(?:^|[{,])\s*"(?:value|results|items|records)"\s*:\s*$/i;
/** The same with one envelope in another: a reporting service's verbose answer. */
const INNER_ENVELOPE = /^\{\s*"d"\s*:\s*\{(?:[^{}]*,)?\s*"results"\s*:\s*$/;
const LONGEST_ENVELOPE_HEAD = 4096;

/**
 * Finds the objects that are a JSON text's records: those of a top-level array, one after the other (NDJSON or just joined),
 * a single one, or those in the array of an envelope (`{"value": [ … ]}`). Text comes in pieces; at most one object is held.
 */
export class ObjectScanner {
  readonly #sink: ObjectSink;
  readonly #longest: number;
  #text = '';
  /** Where to go on looking. */
  #at = 0;
  /** Where the open object begins; -1 outside of any. */
  #start = -1;
  #depth = 0;
  #isInString = false;
  /** Inside the arrays of envelopes: how deep. */
  #envelopes = 0;
  #isDropping = false;
  #isStray = false;
  /** Lines before the text. */
  #line = 1;
  #breaks = new LineBreaks('');
  #endsWithReturn = false;

  constructor(sink: ObjectSink, longest: number) {
    this.#sink = sink;
    this.#longest = longest;
  }

  /** The line of what has not been read yet. */
  get line(): number {
    return this.#line;
  }

  /** The unfinished object's text; empty where there is none. */
  get unfinished(): string {
    return this.#start < 0 ? '' : this.#text.slice(this.#start);
  }

  /** The line of a place in the text that is pushed next. */
  lineAhead(next: string, position: number): number {
    const all = this.#text + next.slice(0, position);
    return this.#line + new LineBreaks(all, this.#skip(all)).countTo(all.length);
  }

  push(piece: string): void {
    this.#text += piece;
    this.#breaks = new LineBreaks(this.#text, this.#skip(this.#text));
    while (this.#at < this.#text.length && this.#step()) {
      // Each step reads up to the next character that matters.
    }
    const kept = this.#start < 0 ? this.#at : this.#start;
    if (this.#start >= 0 && this.#text.length - this.#start > this.#longest) {
      this.#drop();
      return;
    }
    this.#forget(kept);
  }

  /** The line feed of a CRLF that was cut behind its carriage return has been counted with it. */
  #skip(text: string): number {
    return this.#endsWithReturn && text.startsWith('\n') ? 1 : 0;
  }

  #drop(): void {
    if (!this.#isDropping) {
      this.#lineTo(this.#start);
      this.#sink.tooLong(this.#line);
    }
    this.#isDropping = true;
    this.#start = this.#text.length;
    this.#forget(this.#text.length);
  }

  #lineTo(place: number): void {
    this.#line += this.#breaks.countTo(place);
  }

  #forget(upTo: number): void {
    this.#lineTo(upTo);
    this.#endsWithReturn = upTo === 0 ? this.#endsWithReturn : this.#text[upTo - 1] === '\r';
    this.#text = this.#text.slice(upTo);
    this.#at -= upTo;
    this.#start = this.#start < 0 ? -1 : this.#start - upTo;
  }

  /** Reads on to the next character that matters; false where the text ends first. */
  #step(): boolean {
    if (this.#isInString) {
      return this.#stringEnd();
    }
    const pattern = this.#start < 0 ? OUTSIDE : STRUCTURE;
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found === null) {
      this.#at = this.#text.length;
      return false;
    }
    this.#at = found.index + 1;
    if (this.#start < 0) {
      this.#outside(found[0], found.index);
    } else {
      this.#inside(found[0], found.index);
    }
    return true;
  }

  #stringEnd(): boolean {
    STRING_END.lastIndex = this.#at;
    const found = STRING_END.exec(this.#text);
    // A backslash escapes what follows it, which may be still to come.
    if (found === null || (found[0] === '\\' && found.index + 2 > this.#text.length)) {
      this.#at = found?.index ?? this.#text.length;
      return false;
    }
    this.#isInString = found[0] === '\\';
    this.#at = found.index + (this.#isInString ? 2 : 1);
    return true;
  }

  #outside(character: string, at: number): void {
    if (character === '{') {
      this.#start = at;
      this.#depth = 1;
      this.#isStray = false;
    } else if (character === '}' && this.#envelopes > 0) {
      this.#envelopes--;
    } else if (character === '[' || character === ']') {
      this.#isStray = false;
    } else if (character === '"') {
      this.#isInString = true;
      this.#strayAt(at);
    } else if (character !== '\uFEFF') {
      this.#strayAt(at);
    }
  }

  /** Behind an envelope's array its other members follow: they are no records, and no fault. */
  #strayAt(at: number): void {
    if (!this.#isStray && this.#envelopes === 0) {
      this.#lineTo(at);
      this.#sink.stray(this.#line);
    }
    this.#isStray = true;
  }

  #inside(character: string, at: number): void {
    if (character === '"') {
      this.#isInString = true;
    } else if (character === '{' || character === '[') {
      if (character === '[' && this.#depth <= 2 && !this.#isDropping && this.#isEnvelope(at)) {
        this.#start = -1;
        this.#envelopes += this.#depth;
        this.#depth = 0;
        return;
      }
      this.#depth++;
    } else if (--this.#depth === 0) {
      this.#end(at + 1);
    }
  }

  #isEnvelope(at: number): boolean {
    const pattern = this.#depth === 1 ? ENVELOPE : INNER_ENVELOPE;
    return at - this.#start <= LONGEST_ENVELOPE_HEAD && pattern.test(this.#text.slice(this.#start, at));
  }

  #end(end: number): void {
    const start = this.#start;
    this.#start = -1;
    if (this.#isDropping) {
      this.#isDropping = false;
      return;
    }
    this.#lineTo(start);
    this.#sink.object({ text: this.#text.slice(start, end), line: this.#line });
  }
}
