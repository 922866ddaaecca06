import type { Damage, ProblemReason } from '../model/problem';

/** How a file in a ZIP container is compressed, as far as it can be read. */
export type Method = 'stored' | 'deflate' | 'deflate64';

/** Why a container, or a file in it, cannot be read, or not to its end. See `ReadingProblem`. */
export interface ContainerProblem {
  readonly reason: ProblemReason;
  readonly detail?: string;
}

export function damaged(damage: Damage): ContainerProblem {
  return { reason: 'damagedContainer', detail: damage };
}

/** The one file that a gzip container holds. */
export interface GzipEntry {
  readonly kind: 'gzip';
  readonly name: '';
}

/** A file in a ZIP container. Places and lengths are bytes of the container. */
export interface ZipEntry {
  readonly kind: 'zip';
  /** With its folders, separated by `/`. */
  readonly name: string;
  /** Where its local header lies. */
  readonly header: number;
  /** Length of its compressed bytes. */
  readonly packed: number;
  readonly method: Method;
  /** Its length, and its CRC-32; undefined where nothing tells them any more. */
  readonly size: number | undefined;
  readonly sum: number | undefined;
}

/** What cannot be read: a file of a container, or, without a name, something about the container as a whole. */
export interface UnreadableEntry {
  readonly kind: 'unreadable';
  readonly name: string;
  readonly problem: ContainerProblem;
}

/** A file in a container: which one, and all that is needed to read it. */
export type ReadableEntry = GzipEntry | ZipEntry;

export type ContainerEntry = ReadableEntry | UnreadableEntry;
