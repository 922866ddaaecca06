import { type Markup, markup } from '../markup';

/** What a picture of a chart says beside the chart. */
export interface PictureTexts {
  readonly title: string;
  /** The days that are shown, and of which file. */
  readonly subtitle: string;
  /** What has to be known to read it, a line each. */
  readonly notes: readonly string[];
}

/** A line of a picture's legend. */
export interface LegendEntry {
  /** Drawn around the origin, up to 12 to each side. */
  readonly mark: Markup;
  readonly name: string;
  readonly value: string;
}

/** The width of a picture, and of the drawing in it. */
export const PICTURE_WIDTH = 960;
export const DRAWING_WIDTH = 912;

const MARGIN = (PICTURE_WIDTH - DRAWING_WIDTH) / 2;
const LINE = 22;
const NOTE_LINE = 17;
const COLUMN_GAP = 40;
/** Room for the mark, and between name and value. */
const MARK = 34;
const VALUE_GAP = 20;
/** A legend that is longer has two columns. */
const LONGEST_COLUMN = 4;
/** As wide as a letter is on the average, as a part of the size of the font. */
const LETTER = 0.55;
const WIDE_LETTER = 1.02;

/**
 * A chart that stands by itself: an SVG document on white with title, days, legend and notes. `drawing` is as wide as
 * {@link DRAWING_WIDTH}, `height` high.
 */
export function picture(texts: PictureTexts, drawing: Markup, height: number, legend: readonly LegendEntry[]): string {
  const top = MARGIN + 62;
  const legendTop = top + height + 30;
  const columns = legend.length > LONGEST_COLUMN ? 2 : 1;
  const rows = Math.ceil(legend.length / columns);
  const notesTop = legendTop + rows * LINE + 12;
  const whole = notesTop + texts.notes.length * NOTE_LINE + 8;
  const width = legendWidth(legend, columns);
  return markup`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${PICTURE_WIDTH} ${whole}" width="${PICTURE_WIDTH}" height="${whole}" role="img" aria-labelledby="picture-title" font-family="Segoe UI, Helvetica Neue, Helvetica, Arial, sans-serif"><title id="picture-title">${texts.title}. ${texts.subtitle}</title><rect width="${PICTURE_WIDTH}" height="${whole}" fill="#fff"/><text x="${MARGIN}" y="${MARGIN + 18}" font-size="20" font-weight="600" fill="#111">${shortened(texts.title, 20, DRAWING_WIDTH)}</text><text x="${MARGIN}" y="${MARGIN + 40}" font-size="13" fill="#444">${shortened(texts.subtitle, 13, DRAWING_WIDTH)}</text><g transform="translate(${MARGIN} ${top})">${drawing}</g>${legend.map(
    (entry, index) =>
      markup`<g transform="translate(${MARGIN + Math.floor(index / rows) * (width + COLUMN_GAP)} ${legendTop + (index % rows) * LINE})">${legendLine(entry, width)}</g>`,
  )}${texts.notes.map(
    (note, index) =>
      markup`<text x="${MARGIN}" y="${notesTop + index * NOTE_LINE}" font-size="12" fill="#444">${shortened(note, 12, DRAWING_WIDTH)}</text>`,
  )}</svg>`.text;
}

/** As wide as the longest entry, if there is room for it. */
function legendWidth(legend: readonly LegendEntry[], columns: number): number {
  const longest = Math.max(0, ...legend.map(({ name, value }) => textWidth(name, 13) + textWidth(value, 13)));
  return Math.min(Math.ceil(longest) + MARK + VALUE_GAP, (DRAWING_WIDTH - (columns - 1) * COLUMN_GAP) / columns);
}

function legendLine({ mark, name, value }: LegendEntry, width: number): Markup {
  const room = width - MARK - VALUE_GAP - textWidth(value, 13);
  return markup`<g transform="translate(12 0)">${mark}</g><text x="${MARK}" y="4.5" font-size="13" fill="#222">${shortened(name, 13, room)}</text><text x="${width}" y="4.5" font-size="13" fill="#222" text-anchor="end">${value}</text>`;
}

/** About how wide a text is: nothing can be measured here. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const letter of text) {
    width += size * ((letter.codePointAt(0) ?? 0) < 0x1100 ? LETTER : WIDE_LETTER);
  }
  return width;
}

/** As much of a text as there is room for. */
function shortened(text: string, size: number, room: number): string {
  if (textWidth(text, size) <= room) {
    return text;
  }
  let shown = '';
  let width = textWidth('…', size);
  for (const letter of text) {
    width += textWidth(letter, size);
    if (width > room) {
      break;
    }
    shown += letter;
  }
  return `${shown}…`;
}
