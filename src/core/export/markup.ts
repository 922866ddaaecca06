import { printable } from '../report/printable';

/** A piece of HTML or SVG: everything in it that came from outside has been escaped. */
export class Markup {
  constructor(readonly text: string) {}
}

/** What may stand in a template: text is escaped, in content and in attributes alike. */
export type MarkupValue = string | number | Markup | readonly MarkupValue[] | undefined;

/** `` markup`<td>${text}</td>` ``: HTML or SVG of a template of ours and of values of any origin. Attributes need double quotes. */
export function markup(template: TemplateStringsArray, ...values: readonly MarkupValue[]): Markup {
  return new Markup(
    template.map((text, index) => text + (index < values.length ? written(values[index]) : '')).join(''),
  );
}

function written(value: MarkupValue): string {
  if (value === undefined) {
    return '';
  }
  if (value instanceof Markup) {
    return value.text;
  }
  if (typeof value === 'number' || typeof value === 'string') {
    return escaped(String(value));
  }
  return value.map(written).join('');
}

function escaped(text: string): string {
  return printable(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
