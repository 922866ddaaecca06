/** The charts that can be saved; files are named after them. */
export const CHART_NAMES = ['mail-flow', 'tls-usage', 'tls-per-day', 'outbound', 'inbound'] as const;
export type ChartName = (typeof CHART_NAMES)[number];

/** A chart as a picture: an SVG document, or the bytes of a PNG file. */
export type ChartPicture =
  | { readonly name: ChartName; readonly format: 'svg'; readonly content: string }
  | { readonly name: ChartName; readonly format: 'png'; readonly content: Uint8Array };

/** In characters: a year of eight connectors is some hundred thousand. */
const LONGEST_SVG = 4_000_000;
/** In bytes. */
const LARGEST_PNG = 32_000_000;
const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Checks a picture that a page has drawn; undefined where it is none. */
export function parseChartPicture(message: Readonly<Record<string, unknown>>): ChartPicture | undefined {
  const { format, content } = message;
  const name = CHART_NAMES.find((one) => one === message.name);
  if (name === undefined) {
    return undefined;
  }
  if (format === 'svg' && typeof content === 'string') {
    return content.startsWith('<svg ') && content.length <= LONGEST_SVG ? { name, format, content } : undefined;
  }
  if (format !== 'png' || !(content instanceof Uint8Array)) {
    return undefined;
  }
  const isPng = content.length <= LARGEST_PNG && PNG_SIGNATURE.every((byte, index) => content[index] === byte);
  return isPng ? { name, format, content } : undefined;
}
