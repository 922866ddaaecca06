import { useMemo } from 'preact/hooks';
import type { Direction } from '../../src/core/model/connector';
import { directionFigures, lastWeek, protectedPerDay } from '../../src/core/report/figures';
import type { MailFlowReport } from '../../src/core/report/report';
import { fill } from '../../src/core/report/wording';
import { usePage } from '../pageContext';
import { DirectionCard } from './directionCard';
import { Button } from './toolkit';

/** Outbound first, as administrators remember the widget. */
const HALVES: readonly Direction[] = ['outbound', 'inbound'];

/** The widget's heading and the name of what is shown. */
export function WidgetHeader({ title }: { readonly title: string }) {
  const { strings } = usePage();
  return (
    <header class="widget-header">
      <h1>{strings['widget.heading']}</h1>
      {title !== '' && (
        <p class="muted source" title={title}>
          <bdi>{title}</bdi>
        </p>
      )}
    </header>
  );
}

interface WidgetFiguresProps {
  readonly report: MailFlowReport;
  /** What a click on a count does, said with the count in `{1}`. */
  readonly countName: string;
  readonly onCount: (direction: Direction) => void;
  readonly onViewDetails: () => void;
}

/** The last week in two halves; nothing where no message was counted. */
export function WidgetFigures({ report, countName, onCount, onViewDetails }: WidgetFiguresProps) {
  const { strings } = usePage();
  const week = useMemo(() => lastWeek(report), [report]);
  const figures = useMemo(
    () =>
      HALVES.map((direction) => ({
        direction,
        figures: directionFigures(report.connectors, direction, week),
        days: week === null ? [] : protectedPerDay(report.connectors, direction, week),
      })),
    [report, week],
  );
  if (week === null) {
    return null;
  }
  return (
    <div class="widget panel" id="widget">
      <p class="widget-period muted" data-start={week.start} data-end={week.end}>
        {fill(strings.period, week.start, week.end)}
      </p>
      <div class="directions">
        {figures.map((half) => (
          <DirectionCard key={half.direction} {...half} countName={countName} onCount={() => onCount(half.direction)} />
        ))}
      </div>
      {figures.some((half) => half.figures.approximate) && <p class="muted note">{strings.approximateNote}</p>}
      <footer class="widget-footer">
        <Button id="view-details" appearance="secondary" onClick={onViewDetails}>
          {strings['widget.viewDetails']}
        </Button>
      </footer>
    </div>
  );
}

/** Where the figures will be, until the first ones come. */
export function WidgetSkeleton() {
  return (
    <div class="widget panel skeleton" aria-hidden="true">
      <p class="skeleton-line" />
      <div class="directions">
        {HALVES.map((direction) => (
          <div key={direction} class="direction">
            <p class="skeleton-line" />
            <div class="direction-body">
              <span class="skeleton-ring" />
              <p class="sentences skeleton-block" />
            </div>
          </div>
        ))}
      </div>
    </div>
  );
}
