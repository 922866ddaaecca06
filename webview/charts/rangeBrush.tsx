import { area } from 'd3-shape';
import { useMemo, useRef, useState } from 'preact/hooks';
import { type DayVolume, shownOf } from '../../src/core/report/dayVolume';
import { fill } from '../../src/core/report/wording';
import { useSize } from '../components/useSize';
import { usePage } from '../pageContext';
import { afterDrag, afterEdgeKey, type DayRange, dayAt, type RangePart } from './dayRange';

const HEIGHT = 40;

interface RangeBrushProps {
  /** Every day the files hold, and its messages under the other choices. */
  readonly days: readonly string[];
  readonly volumes: readonly DayVolume[];
  /** The days that are shown. */
  readonly range: DayRange;
  readonly onRange: (first: number, last: number) => void;
}

/** What is being dragged: which part, from which day, and how the range was before. */
interface Drag {
  readonly part: RangePart;
  readonly from: number;
  readonly range: DayRange;
  /** The first of all days when it began: while files are read, earlier ones may come. */
  readonly since: string | undefined;
}

/** All days in small, with a window over those that are shown: its edges and itself can be dragged, the edges also by keys. */
export function RangeBrush({ days, volumes, range, onRange }: RangeBrushProps) {
  const { strings } = usePage();
  const element = useRef<HTMLDivElement>(null);
  const { width } = useSize(element);
  const drag = useRef<Drag | null>(null);
  const [draft, setDraft] = useState<DayRange | null>(null);
  const [first, end] = draft ?? range;
  const last = days.length - 1;
  const edge = (day: number) => (day * width) / days.length;
  const path = useMemo(() => outline(volumes, width), [volumes, width]);
  const dayOf = (event: PointerEvent) =>
    dayAt(event.clientX - (element.current?.getBoundingClientRect().left ?? 0), width, last);
  const begin = (part: RangePart) => (event: PointerEvent) => {
    if (event.button === 0) {
      event.stopPropagation();
      element.current?.setPointerCapture(event.pointerId);
      drag.current = { part, from: dayOf(event), range, since: days[0] };
      setDraft(afterDrag(range, part, drag.current.from, drag.current.from, last));
    }
  };
  const dragged = (event: PointerEvent): DayRange | null => {
    const held = drag.current;
    return held && held.since === days[0] ? afterDrag(held.range, held.part, held.from, dayOf(event), last) : null;
  };
  const finish = (chosen: DayRange | null) => {
    drag.current = null;
    setDraft(null);
    if (chosen !== null) {
      onRange(...chosen);
    }
  };
  const handle = (part: 'first' | 'last', at: number, day: number, name: string) => (
    <div
      class={`brush-handle brush-${part}`}
      id={`brush-${part}`}
      role="slider"
      tabIndex={0}
      aria-label={name}
      aria-valuemin={part === 'first' ? 0 : first}
      aria-valuemax={part === 'first' ? end : last}
      aria-valuenow={day}
      aria-valuetext={days[day]}
      style={{ left: `${at}px` }}
      onPointerDown={begin(part)}
      onKeyDown={(event) => {
        const next = afterEdgeKey(range, part, event.key, last);
        if (next !== undefined) {
          event.preventDefault();
          onRange(...next);
        }
      }}
    />
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset draws a border through its content
    <div
      class="range-brush"
      id="range-brush"
      role="group"
      aria-label={strings['chart.brush']}
      title={fill(strings.period, days[first] ?? '', days[end] ?? '')}
      ref={element}
      onPointerDown={begin('new')}
      onPointerMove={(event) => drag.current !== null && setDraft(dragged(event))}
      onPointerUp={(event) => drag.current !== null && finish(dragged(event))}
      onPointerCancel={() => finish(null)}
      onDblClick={() => onRange(0, last)}
    >
      {width > 0 && (
        <>
          <svg width={width} height={HEIGHT} aria-hidden="true">
            <path class="brush-volume" d={path} />
          </svg>
          <div
            class="brush-window"
            style={{ left: `${edge(first)}px`, width: `${edge(end + 1) - edge(first)}px` }}
            onPointerDown={begin('whole')}
          />
          {handle('first', edge(first), first, strings['report.startDate'])}
          {handle('last', edge(end + 1), end, strings['report.endDate'])}
        </>
      )}
      {draft !== null && (
        <div class="brush-draft" aria-hidden="true" style={{ left: `${(edge(first) + edge(end + 1)) / 2}px` }}>
          {fill(strings.period, days[first] ?? '', days[end] ?? '')}
        </div>
      )}
    </div>
  );
}

/** Steps, so that one day is seen among many empty ones. */
function outline(shown: readonly DayVolume[], width: number): string {
  const volumes = shown.map(shownOf);
  const most = Math.max(1, ...volumes);
  const top = (volume: number) => HEIGHT - 3 - (volume / most) * (HEIGHT - 8);
  const corners = volumes.flatMap((volume, day) => [
    [(day * width) / volumes.length, top(volume)] as const,
    [((day + 1) * width) / volumes.length, top(volume)] as const,
  ]);
  return (
    area<readonly [number, number]>(
      (point) => point[0],
      HEIGHT,
      (point) => point[1],
    )([...corners]) ?? ''
  );
}
