import type { Period } from '../core/model/day';

/** The object that was saved; an empty one where it was none. */
export function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** The first hundred that were saved; none where it was no list. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, 100) : [];
}

/** The text that was saved; undefined where it was none, or is too long. */
export function textOf(value: unknown, longest: number): string | undefined {
  return typeof value === 'string' && value.length <= longest ? value : undefined;
}

/** The days that were saved, as they were typed; null where there were none. */
export function periodOf(saved: unknown): Period | null {
  const { start, end } = recordOf(saved);
  const [from, to] = [textOf(start, 10), textOf(end, 10)];
  return from === undefined || to === undefined ? null : { start: from, end: to };
}
