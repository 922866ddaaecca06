import type { ProofLine } from '../report/report';
import type { ExportContent, RedactionOptions } from './content';
import { hostKind, Pseudonyms, type ValueKind } from './pseudonyms';
import { originalsOf, splitPath } from './redactedValues';

/** A cipher's name is kept as it is where it looks like one. */
const CIPHER = /^[A-Z0-9_-]{1,48}$/i;

/** What stands in place of names in one export: the same for the same name. */
export class StandIns {
  readonly #options: RedactionOptions;
  readonly #pseudonyms: Pseudonyms;

  constructor(content: ExportContent, options: RedactionOptions) {
    this.#options = options;
    this.#pseudonyms = new Pseudonyms(originalsOf(content));
  }

  of(kind: ValueKind, value: string): string {
    return this.#pseudonyms.of(kind, value);
  }

  /** Ciphers' names, and numbers and days, which look no different; what looks different may be any text of the file. */
  ciphers(names: string): string {
    return names
      .split(', ')
      .map((name) => (CIPHER.test(name) ? name : this.#pseudonyms.of('cipher', name)))
      .join(', ');
  }

  host(host: string): string {
    return this.#pseudonyms.of(hostKind(host), host);
  }

  /** A connector's. */
  connector(connector: string): string {
    return this.#options.connectors ? this.#pseudonyms.of('connector', connector) : connector;
  }

  proof({ file, line }: ProofLine): ProofLine {
    return { file: this.path(file), line };
  }

  path(path: string): string {
    switch (this.#options.files) {
      case 'kept':
        return path;
      case 'replaced':
        return this.#pseudonyms.of('file', path);
      case 'folders': {
        const [folder, name] = splitPath(path);
        return folder === '' ? name : `${this.#pseudonyms.of('folder', folder)}/${name}`;
      }
    }
  }
}
