import type { DayShare } from '../../src/core/report/figures';
import { fill } from '../../src/core/report/wording';
import { usePage } from '../pageContext';
import { sparkDots, sparkLine, sparkPoints } from './sparklinePath';

const WIDTH = 120;
const HEIGHT = 26;
const ROOM = 4;

interface SparklineProps {
  readonly days: readonly DayShare[];
  /** Whether the shares come from rounded percentages. */
  readonly approximate: boolean;
}

/** The protected share of each day, with the lowest and the highest in words. Nothing where there are no two days to compare. */
export function Sparkline({ days, approximate }: SparklineProps) {
  const { strings, percent } = usePage();
  const known = days.filter((day) => day.known > 0);
  const share = (day: DayShare) => `${approximate ? '≈' : ''}${percent(day.protected, day.known, 1)}`;
  const sorted = [...known].sort((a, b) => a.protected / a.known - b.protected / b.known);
  const [lowest, highest] = [sorted[0], sorted.at(-1)];
  if (lowest === undefined || highest === undefined || known.length < 2) {
    return null;
  }
  const points = sparkPoints(days, WIDTH, HEIGHT);
  const said = days.map((day) =>
    fill(strings['widget.sparkline.day'], day.date, day.known === 0 ? strings['widget.sparkline.unknown'] : share(day)),
  );
  const range = [...new Set([share(lowest), share(highest)])];
  return (
    <p class="sparkline">
      <svg
        viewBox={`${-ROOM} ${-ROOM} ${WIDTH + 2 * ROOM} ${HEIGHT + 2 * ROOM}`}
        width={WIDTH + 2 * ROOM}
        height={HEIGHT + 2 * ROOM}
        role="img"
        aria-label={fill(strings['widget.sparkline'], said.join('; '))}
      >
        <title>{said.join('\n')}</title>
        <line class="sparkline-base" x1={0} x2={WIDTH} y1={HEIGHT + 2} y2={HEIGHT + 2} />
        <path class="sparkline-line" d={sparkLine(points)} />
        {sparkDots(points).map(({ x, y }) => (
          <circle key={x} class="sparkline-dot" cx={x} cy={y ?? 0} r={2.5} />
        ))}
      </svg>
      <span class="muted" aria-hidden="true">
        {fill(strings[range.length === 1 ? 'widget.sparkline.same' : 'widget.sparkline.range'], ...range)}
      </span>
    </p>
  );
}
