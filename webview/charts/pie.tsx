import { arc } from 'd3-shape';
import { useMemo, useRef } from 'preact/hooks';
import type { TlsCounts } from '../../src/core/model/tls';
import { fill } from '../../src/core/report/wording';
import { useSize } from '../components/useSize';
import { usePage } from '../pageContext';
import { CalloutDrawing, LINE_HEIGHT } from './calloutDrawing';
import { layOutCallouts, type Side, sideOf } from './calloutLayout';
import { arcsOf, edgeClass, isSliver } from './pieArcs';
import { Swatch, textureOf } from './textures';
import { widestText } from './textWidth';
import { type Slice, slicesOf, stateClass } from './tlsStates';

const FONT_SIZE = 12;
const SMALLEST_RADIUS = 34;
/** Between rim and label: the leader and a little air. */
const LEADER_ROOM = 34;

interface TlsPieProps {
  readonly tls: TlsCounts;
  readonly approximate: boolean;
  readonly largestRadius: number;
}

/** The share of each TLS state among the messages whose state is known, with a call-out on each slice. */
export function TlsPie({ tls, approximate, largestRadius }: TlsPieProps) {
  const { strings, percent } = usePage();
  const element = useRef<HTMLDivElement>(null);
  const { width } = useSize(element);
  const slices = useMemo(() => slicesOf(tls), [tls]);
  const known = slices.reduce((sum, slice) => sum + slice.count, 0);
  const names = slices.map((slice) => strings[`tls.${slice.state}`]);
  const shares = slices.map((slice) => `${approximate ? '≈' : ''}${percent(slice.count, known, 2)}`);
  const texts = names.map((name, index) => fill(strings['tls.callout'], name, shares[index] ?? ''));
  return (
    <div class="pie" ref={element}>
      {width > 0 && (
        <PieDrawing
          slices={slices}
          texts={texts}
          lines={names.map((name, index) => [name, shares[index] ?? ''])}
          width={width}
          largestRadius={largestRadius}
          label={fill(strings['chart.tlsSummary'], texts.join('; '))}
        />
      )}
    </div>
  );
}

interface PieDrawingProps {
  readonly slices: readonly Slice[];
  readonly texts: readonly string[];
  /** The same call-outs in two lines, for where there is no room for one. */
  readonly lines: readonly (readonly string[])[];
  readonly width: number;
  readonly largestRadius: number;
  readonly label: string;
}

function PieDrawing({ slices, texts, lines, width, largestRadius, label }: PieDrawingProps) {
  const arcs = arcsOf(slices);
  // A single slice looks to the left; its call-out reads better at the upper right.
  const middles = arcs.map((one) => (arcs.length === 1 ? Math.PI / 4 : (one.startAngle + one.endAngle) / 2));
  // Each side takes what its own labels need; what is left over is for the pie.
  const needs = (side: Side, wrapped: boolean) => {
    const own = middles.flatMap((angle, index) =>
      sideOf(angle) === side ? (wrapped ? (lines[index] ?? []) : [texts[index] ?? '']) : [],
    );
    return own.length === 0 ? 8 : widestText(own, FONT_SIZE) + LEADER_ROOM;
  };
  const inOneLine = (width - needs('left', false) - needs('right', false)) / 2;
  const wrapped = inOneLine < Math.min(largestRadius, 60);
  const [left, right] = [needs('left', wrapped), needs('right', wrapped)];
  const room = (width - left - right) / 2;
  const withCallouts = room >= SMALLEST_RADIUS;
  const radius = Math.min(largestRadius, withCallouts ? room : width / 2 - 8);
  const { callouts, halfHeight } = layOutCallouts(middles, radius, (wrapped ? 2.2 : 1.1) * LINE_HEIGHT);
  const half = withCallouts ? halfHeight : radius + 2;
  const centre = withCallouts ? Math.min(Math.max(width / 2, left + radius), width - right - radius) : width / 2;
  const shape = arc<(typeof arcs)[number]>().innerRadius(0).outerRadius(radius);
  return (
    <>
      <svg
        viewBox={`${-centre} ${-half} ${width} ${2 * half}`}
        width={width}
        height={2 * half}
        role="img"
        aria-label={label}
      >
        {[...arcs]
          .sort((a, b) => Number(isSliver(a)) - Number(isSliver(b)))
          .map((one) => (
            <g key={one.data.state} class={stateClass(one.data.state)}>
              <path class={`slice ${edgeClass(one, arcs.length)}`} data-tls={one.data.state} d={shape(one) ?? ''} />
              <path d={shape(one) ?? ''} fill={textureOf(one.data.state)} />
            </g>
          ))}
        {withCallouts &&
          callouts.map((callout, index) => (
            <CalloutDrawing
              key={slices[index]?.state}
              callout={callout}
              lines={wrapped ? (lines[index] ?? []) : [texts[index] ?? '']}
              colour={stateClass(slices[index]?.state ?? 'unknown')}
            />
          ))}
      </svg>
      {!withCallouts && (
        <ul class="plain pie-list">
          {slices.map((slice, index) => (
            <li key={slice.state} class="callout">
              <Swatch state={slice.state} />
              {texts[index]}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
