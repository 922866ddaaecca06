let context: CanvasRenderingContext2D | null = null;

/** The widest of the texts in CSS pixels, in the page's font at a size. */
export function widestText(texts: readonly string[], fontSize: number): number {
  context ??= document.createElement('canvas').getContext('2d');
  if (context === null) {
    return Math.max(0, ...texts.map((text) => text.length * fontSize * 0.55));
  }
  context.font = `${fontSize}px ${getComputedStyle(document.body).fontFamily}`;
  return Math.max(0, ...texts.map((text) => context?.measureText(text).width ?? 0));
}
