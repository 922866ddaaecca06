import { NO_PLAN } from '../../reading/columnPlan';
import { normalizeTitle } from '../../reading/columns';
import type { RecordCursor } from '../../reading/recordCursor';
import type { FileHead, Format, FormatContext, FormatReader } from '../format';
import { readDefinition, showsConnectors } from './readDefinition';

/** `Name          : value`, as Format-List writes a property. */
const PROPERTY = /^(\w{1,64}) +:(?: (.*))?$/s;
const PROPERTIES = /^(\w{1,64}) +:(?= |$)/gm;
/** A longer value is cut: none that is looked at is longer. */
const LONGEST_VALUE = 4096;

/** Connectors as Format-List shows them (docs/formats.md): lines of `Name : value`, longer values wrapped and indented. */
export const definitionList: Format = {
  id: 'connector-definitions',
  layout: 'lines',
  isOneStretch: true,
  recognizes({ text }: FileHead) {
    const titles = new Set([...text.matchAll(PROPERTIES)].map(([, title = '']) => normalizeTitle(title)));
    return showsConnectors((title) => titles.has(normalizeTitle(title)));
  },
  open: (context) => new ListReader(context),
};

class ListReader implements FormatReader {
  readonly plan = NO_PLAN;
  readonly waiting = 0;
  readonly width = 0;
  readonly state = '';
  readonly #context: FormatContext;
  /** Of the connector that is being read, by title; empty before the first one. */
  #values = new Map<string, string>();
  #firstLine = 0;
  #lastLine = 0;
  /** The property whose value may go on. */
  #title = '';

  constructor(context: FormatContext) {
    this.#context = context;
  }

  record(record: RecordCursor): boolean {
    const text = record.cell(0);
    const [, title, value = ''] = PROPERTY.exec(text) ?? [];
    if (title === undefined) {
      this.#goOn(text);
    } else {
      this.#property(normalizeTitle(title), value, record.line);
    }
    this.#lastLine = record.line;
    return title !== undefined;
  }

  end(): void {
    if (this.#values.size > 0) {
      const values = this.#values;
      const connector = {
        has: (title: string) => values.has(normalizeTitle(title)),
        text: (title: string) => values.get(normalizeTitle(title)) ?? '',
      };
      readDefinition(connector, this.#firstLine, this.#context.facts);
    }
    this.#values = new Map();
  }

  /** One empty line does not end a connector, since a comment may hold one; a property that comes again does. */
  #property(title: string, value: string, line: number): void {
    if (this.#values.has(title) || line > this.#lastLine + 2) {
      this.end();
    }
    if (this.#values.size === 0) {
      this.#firstLine = line;
    }
    this.#values.set(title, value.slice(0, LONGEST_VALUE));
    this.#title = title;
  }

  /** A line is cut behind a space, which stays, or anywhere: what follows belongs right behind it. */
  #goOn(text: string): void {
    const value = this.#values.get(this.#title);
    if (value === undefined || !/^\s/.test(text)) {
      this.#title = '';
    } else if (value.length < LONGEST_VALUE) {
      this.#values.set(this.#title, (value + text.trimStart()).slice(0, LONGEST_VALUE));
    }
  }
}
