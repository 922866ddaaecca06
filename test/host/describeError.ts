// An error as the report shows it: with its stack in the TypeScript sources, and its causes.
import { findSourceMap } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Needs source maps switched on before the files in the stack are loaded: VS Code formats stacks without them. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) {
    return String(error);
  }
  const cause = error.cause === undefined ? '' : `\nCaused by: ${describeError(error.cause)}`;
  return `${(error.stack ?? error.message).replace(compiledPosition, sourcePosition)}${cause}`;
}

/** `path/to/file.js:LINE:COLUMN`; mocha shortens paths to relative ones. */
const compiledPosition = /((?:[A-Za-z]:)?[^\s():]+\.js):(\d+):(\d+)/g;

function sourcePosition(position: string, file: string, line: string, column: string): string {
  const map = findSourceMap(path.resolve(file));
  const origin = map?.findOrigin(Number(line), Number(column));
  if (!origin || !('fileName' in origin) || !origin.fileName) {
    return position;
  }
  const source = origin.fileName.startsWith('file:') ? fileURLToPath(origin.fileName) : origin.fileName;
  return `${path.relative('', source)}:${origin.lineNumber}:${origin.columnNumber}`;
}
