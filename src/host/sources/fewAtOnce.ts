import type { Slices } from '../../core/surroundings';

/** So many at the same time. */
const AT_ONCE = 16;

/**
 * Does a work for each of many items, a few at the same time; results are in the order of the items. Where it is cancelled, those
 * of the first ones.
 */
export async function fewAtOnce<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
  slices: Slices,
  isCancelled: () => boolean = () => false,
): Promise<R[]> {
  const results: R[] = [];
  for (let from = 0; from < items.length && !isCancelled(); from += AT_ONCE) {
    const some = items.slice(from, from + AT_ONCE).map(async (item) => {
      const result = await work(item);
      await slices.rest();
      return result;
    });
    results.push(...(await Promise.all(some)));
    await slices.rest();
  }
  return results;
}
