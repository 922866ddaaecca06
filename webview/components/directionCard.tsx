import type { Direction } from '../../src/core/model/connector';
import type { DayShare, DirectionFigures } from '../../src/core/report/figures';
import { fill } from '../../src/core/report/wording';
import { Donut } from '../charts/donut';
import { Sparkline } from '../charts/sparkline';
import { usePage } from '../pageContext';
import { Link } from './link';
import { protectedShare, unknownSentence, weekSentence } from './sentences';

interface DirectionCardProps {
  readonly direction: Direction;
  readonly figures: DirectionFigures;
  /** The same day by day. */
  readonly days: readonly DayShare[];
  /** What the count leads to, said with the count in `{1}`. */
  readonly countName: string;
  readonly onCount: () => void;
}

/** One half of the widget. */
export function DirectionCard({ direction, figures, days, countName, onCount }: DirectionCardProps) {
  const { strings, locale, count } = usePage();
  const heading = strings[`direction.${direction}`];
  const share = protectedShare(figures, locale);
  const unknown = unknownSentence(strings, locale, figures);
  const name = fill(countName, heading, count(figures.messages));
  return (
    <section class="direction" data-direction={direction} aria-label={heading}>
      <h2>
        {heading}:{' '}
        <Link class="count" name={name} title={name} onClick={onCount}>
          {count(figures.messages)}
        </Link>
      </h2>
      <div class="direction-body">
        <Donut
          share={figures.protectedPercent === null ? null : figures.protectedPercent / 100}
          text={share ?? '–'}
          label={share === null ? strings['widget.donut.untold'] : fill(strings['widget.donut'], share)}
        />
        <div class="sentences">
          <p>
            <span class="sentence">{weekSentence(strings, locale, direction, figures)}</span>
            {unknown !== null && <span class="sentence-unknown"> {unknown}</span>}
          </p>
          <Sparkline days={days} approximate={figures.approximate} />
        </div>
      </div>
    </section>
  );
}
