import { relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ExpandedFile } from '../core/expandFiles';
import type { SarifPlace } from '../core/export/sarif/sarifArtifacts';

/** The working directory as a URI that ends with a slash. */
export function workingDirectory(): string {
  return pathToFileURL(`${process.cwd()}${sep}`).href;
}

/** Where the files of a report are: relative to the working directory where they are below it. */
export function placesOf(files: readonly ExpandedFile[]): (path: string) => SarifPlace {
  const byPath = new Map(files.map((file) => [file.path, placeOf(file)] as const));
  return (path) => byPath.get(path) ?? { uri: encoded(path), isRelative: true };
}

/** Where stand-ins are: nowhere. */
export function standInPlace(path: string): SarifPlace {
  return { uri: encoded(path), isRelative: false };
}

function placeOf({ path, container }: ExpandedFile): SarifPlace {
  const below = relative(process.cwd(), resolve(container)).split(sep).join('/');
  const isRelative = below !== '' && !below.startsWith('../') && !/^([a-z]:|\/)/i.test(below);
  const uri = isRelative ? encoded(below) : pathToFileURL(resolve(container)).href;
  return path === container ? { uri, isRelative } : { uri, isRelative, inside: encoded(path.slice(container.length)) };
}

function encoded(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
