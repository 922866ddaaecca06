import type { ComponentChildren } from 'preact';
import { ScrollRegion } from './scrollRegion';

/** The title of a column, and what its cells hold. */
export interface PlainColumn {
  readonly title: ComponentChildren;
  readonly isNumber?: boolean;
  /** Of the title, for its width. */
  readonly class?: string;
}

interface PlainTableProps {
  readonly id?: string;
  /** What the table is of, for who hears the page. */
  readonly label: string;
  readonly columns: readonly PlainColumn[];
  /** Of the element that scrolls. */
  readonly class?: string;
  /** Who is listed, where several such tables stand together. */
  readonly who?: string;
  /** The rows. */
  readonly children: ComponentChildren;
}

/** A table of a few rows with titles; where it is wider than its place, it scrolls. */
export function PlainTable({ id, label, columns, class: name = '', who, children }: PlainTableProps) {
  return (
    <ScrollRegion class={`plain-scroller ${name}`} label={label}>
      <table class="plain-table" id={id} data-who={who}>
        <caption class="visually-hidden">{label}</caption>
        <thead>
          <tr>
            {columns.map(({ title, isNumber = false, class: column }, index) => (
              <th key={index} scope="col" class={isNumber ? 'number' : column}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </ScrollRegion>
  );
}
