import {
  type SymbolType,
  symbol,
  symbolCircle,
  symbolCross,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTriangle,
  symbolWye,
} from 'd3-shape';

/** d3 has no triangle that points down. */
const triangleDown: SymbolType = {
  draw(path, size) {
    const y = Math.sqrt(size / (Math.sqrt(3) * 3));
    const x = Math.sqrt(3) * y;
    path.moveTo(0, y * 2);
    path.lineTo(x, -y);
    path.lineTo(-x, -y);
    path.closePath();
  },
};

/** One a line; the last, drawn hollow, is that of *Others*. */
const SHAPES: readonly SymbolType[] = [
  symbolDiamond,
  symbolSquare,
  symbolTriangle,
  symbolCircle,
  triangleDown,
  symbolStar,
  symbolCross,
  symbolWye,
  symbolCircle,
];

/** The outline of the marker of the line at `position`: each line has a shape of its own, so that colour is not needed. */
export function markerPath(position: number): string {
  return symbol(SHAPES[position % SHAPES.length], 64)() ?? '';
}
