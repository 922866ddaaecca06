import type { ContainerReaders, FileInput } from './stretch/readers';

/** A file that is to be read, and what reports call it. */
export interface NamedFile {
  readonly path: string;
  readonly input: FileInput;
}

/** A file, or one of those that it holds. */
export interface ExpandedFile extends NamedFile {
  /** What reports call the file that it is, or that it lies in. */
  readonly container: string;
  /** About how many bytes there are to be read; 0 where that is not known. */
  readonly size: number;
}

/** By how much gzip compresses text, about. */
const GZIP_RATIO = 8;

/**
 * The files that are to be read where containers are among them: these are replaced by what they hold, in its order. A file that
 * cannot be opened stays, so that reading it says why. `isQuick`: nothing is inflated to find them, which leaves some out where
 * the container is damaged.
 */
export async function expandFiles(
  files: readonly NamedFile[],
  readers: ContainerReaders,
  { isQuick = false }: { readonly isQuick?: boolean } = {},
): Promise<ExpandedFile[]> {
  const expanded = await Promise.all(files.map((file) => expandFile(file, readers, isQuick)));
  return expanded.flat();
}

/** How many readers have something to do at the same time, at most: a file in a container is read by one. */
export function mostReaders(files: readonly ExpandedFile[]): number {
  const isPacked = files.every(({ input }) => input.entry !== undefined);
  return isPacked ? Math.max(1, files.length) : Number.POSITIVE_INFINITY;
}

async function expandFile(
  { path, input }: NamedFile,
  readers: ContainerReaders,
  isQuick: boolean,
): Promise<ExpandedFile[]> {
  const { size, entries } = await readers.list(input, isQuick).catch(() => ({ size: 0, entries: undefined }));
  if (entries === undefined) {
    return [{ path, input, container: path, size }];
  }
  const names = new Names();
  return entries.map((entry) => ({
    path: names.take(entry.name === '' ? path : `${path}/${entry.name}`),
    input: { ...input, entry },
    container: path,
    size: entry.kind === 'zip' ? (entry.size ?? entry.packed) : size * GZIP_RATIO,
  }));
}

/** Names of files; a second file of the same name has a number. */
class Names {
  readonly #taken = new Set<string>();
  /** The highest number that a name has. */
  readonly #numbers = new Map<string, number>();

  take(name: string): string {
    let free = name;
    let number = this.#numbers.get(name) ?? 1;
    while (this.#taken.has(free)) {
      free = `${name} (${++number})`;
    }
    this.#numbers.set(name, number);
    this.#taken.add(free);
    return free;
  }
}
