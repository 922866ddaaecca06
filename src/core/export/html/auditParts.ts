import type { ProofLine } from '../../report/report';
import { DocumentParts } from '../documentParts';
import { type Markup, type MarkupValue, markup } from '../markup';

/** What every section of the audit page is made of. */
export class AuditParts extends DocumentParts {
  /** "export.csv, line 12". */
  where({ file, line }: ProofLine): Markup {
    return filled(this.strings.lineOfFile, own(file), String(line));
  }
}

/** A sentence with values in it, of which some are markup. */
export function filled(sentence: string, ...values: readonly MarkupValue[]): Markup {
  return markup`${sentence.split(/(\{\d\})/).map((part) => {
    const place = /^\{(\d)\}$/.exec(part)?.[1];
    return place === undefined ? part : (values[Number(place)] ?? part);
  })}`;
}

/** A sentence in which a text of any origin stands somewhere. */
export function around(sentence: string, text: string): Markup {
  const parts = text === '' ? [sentence] : sentence.split(text);
  return markup`${parts.map((part, index) => (index === 0 ? part : [own(text), part]))}`;
}

/** Where a long name may be broken: behind these. */
const JOINTS = /(?<=[._\\/@:;,=])(?=[^\s])/;

/** A text of any origin, whose direction of writing stays its own. */
export function own(text: string): Markup {
  return markup`<bdi>${text.split(JOINTS).map((part, index) => (index === 0 ? part : markup`<wbr>${part}`))}</bdi>`;
}

/** A section with its heading. `id` is that of the heading. */
export function section(id: string, heading: string, ...content: readonly MarkupValue[]): Markup {
  return markup`<section aria-labelledby="${id}"><h2 id="${id}">${heading}</h2>${content}</section>\n`;
}

/** A column of a table. */
export interface Column {
  readonly title: MarkupValue;
  readonly isNumber?: boolean;
  /** In per cent of the table, of those that the style knows; where one column has it, the others share the rest. */
  readonly width?: 8 | 10 | 15 | 22 | 25 | 30 | 35 | 40;
}

/** Rows of a table; each row's first cell is its heading. */
export interface RowGroup {
  /** Stands above the rows. */
  readonly heading?: MarkupValue;
  readonly rows: readonly (readonly MarkupValue[])[];
}

/** How a table looks. */
export interface TableLook {
  readonly caption?: string;
  /** `dense`: in small letters; `compact`: rows close to each other. */
  readonly look?: 'dense' | 'compact' | undefined;
}

/** A table, its rows in groups or not. */
export function table(
  columns: readonly Column[],
  content: readonly RowGroup[] | readonly (readonly MarkupValue[])[],
  { caption, look }: TableLook = {},
): Markup {
  const isFixed = columns.some(({ width }) => width !== undefined);
  const classes = [...(isFixed ? ['fixed'] : []), ...(look === undefined ? [] : [look])].join(' ');
  const attribute = classes === '' ? undefined : markup` class="${classes}"`;
  const title = caption === undefined ? undefined : markup`<caption>${caption}</caption>`;
  const head = columns.map(({ title, isNumber }) =>
    isNumber ? markup`<th scope="col" class="number">${title}</th>` : markup`<th scope="col">${title}</th>`,
  );
  const groups = content.map((part): RowGroup => ('rows' in part ? part : { rows: [part] }));
  const isGrouped = groups.some(({ heading }) => heading !== undefined);
  const bodies = isGrouped ? groups : [{ rows: groups.flatMap(({ rows }) => rows) }];
  return markup`<table${attribute}>${title}${widthsOf(columns, isFixed)}<thead><tr>${head}</tr></thead>\n${bodies.map(
    (group) => bodyOf(group, columns),
  )}</table>\n`;
}

function widthsOf(columns: readonly Column[], isFixed: boolean): Markup | undefined {
  const widths = columns.map(({ width }) => (width === undefined ? markup`<col>` : markup`<col class="w${width}">`));
  return isFixed ? markup`<colgroup>${widths}</colgroup>` : undefined;
}

function bodyOf({ heading, rows }: RowGroup, columns: readonly Column[]): Markup {
  const first =
    heading === undefined
      ? undefined
      : markup`<tr class="group"><th scope="rowgroup" colspan="${columns.length}">${heading}</th></tr>\n`;
  const body = rows.map((cells) => markup`<tr>${cells.map((cell, index) => cellOf(cell, index, columns))}</tr>\n`);
  return markup`<tbody>${first}${body}</tbody>\n`;
}

function cellOf(cell: MarkupValue, index: number, columns: readonly Column[]): Markup {
  if (index === 0) {
    return markup`<th scope="row">${cell}</th>`;
  }
  return columns[index]?.isNumber === true ? markup`<td class="number">${cell}</td>` : markup`<td>${cell}</td>`;
}

/** A smaller line below a cell's first one. */
export function sub(value: MarkupValue): Markup {
  return markup`<span class="sub">${value}</span>`;
}
