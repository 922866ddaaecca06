import { EXPORT_KINDS, type FormatId } from '../../core/model/exportKind';
import { ENGLISH_NAMES } from '../../core/report/names';
import { choice, parseOptions, UsageError } from '../arguments/options';
import type { Outcome } from '../outcome';
import { textTable } from '../textTable';

const KINDS = Object.keys(EXPORT_KINDS) as readonly FormatId[];

/** Lists the exports that are understood, and what each tells. Throws {@link UsageError}. */
export async function formats(args: readonly string[]): Promise<Outcome> {
  const { values, positionals } = parseOptions(args, { format: { type: 'string' } });
  if (positionals.length > 0) {
    throw new UsageError('formats takes no files: they are recognised by their content');
  }
  const isJson = choice(values.format ?? 'text', '--format', ['text', 'json']) === 'json';
  return { output: isJson ? asJson() : asText(), errors: [], status: 0 };
}

function asJson(): string {
  const list = KINDS.map((id) => ({ id, name: ENGLISH_NAMES[`format.${id}`], tells: EXPORT_KINDS[id] }));
  return `${JSON.stringify(list, null, 2)}\n`;
}

function asText(): string {
  const rows = KINDS.map((id) => [
    id,
    ENGLISH_NAMES[`format.${id}`],
    EXPORT_KINDS[id].map((told) => ENGLISH_NAMES[`told.${told}`]).join(', '),
  ]);
  return textTable(['Format', 'What it is', 'What it tells'], rows);
}
