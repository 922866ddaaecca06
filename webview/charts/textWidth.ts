let context: CanvasRenderingContext2D | null = null;
let font: { readonly family: string; readonly size: number } | undefined;

/** The page's own font; its size in CSS pixels. Asked for once: the answer makes the browser work out all styles. */
export function bodyFont() {
  if (font === undefined) {
    const { fontFamily, fontSize } = getComputedStyle(document.body);
    font = { family: fontFamily, size: Number.parseFloat(fontSize) || 13 };
  }
  return font;
}

/** The widest of the texts in CSS pixels, in the page's font at a size; `weight` as style sheets give it. */
export function widestText(texts: readonly string[], fontSize: number, weight = 400): number {
  context ??= document.createElement('canvas').getContext('2d');
  if (context === null) {
    return Math.max(0, ...texts.map((text) => text.length * fontSize * 0.55));
  }
  context.font = `${weight} ${fontSize}px ${bodyFont().family}`;
  return Math.max(0, ...texts.map((text) => context?.measureText(text).width ?? 0));
}
