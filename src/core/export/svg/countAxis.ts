const STEPS = [1, 2, 5];

/** About `wanted` round, whole values from 0 to at least `most`; the last one is the axis' end. */
export function countTicks(most: number, wanted: number): number[] {
  const rough = Math.max(1, most) / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, (STEPS.find((factor) => factor * power >= rough) ?? 10) * power);
  const ticks = [0];
  while ((ticks.at(-1) ?? 0) < most || ticks.length < 2) {
    ticks.push(ticks.length * step);
  }
  return ticks;
}

/** Which of `count` columns get a label where `room` labels fit: evenly spaced, the newest always among them. */
export function labelled(count: number, room: number): number[] {
  const step = Math.max(1, Math.ceil(count / Math.max(1, room)));
  return Array.from({ length: Math.ceil(count / step) }, (_, index) => count - 1 - index * step).reverse();
}
