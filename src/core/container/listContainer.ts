import type { FileBytes } from '../stretch/stretch';
import { type ContainerEntry, type ContainerProblem, damaged, type UnreadableEntry } from './containerEntry';
import { FileParts } from './fileParts';
import { packingOf } from './packing';
import { zipDirectory } from './zipDirectory';
import { type Recovery, recoverZip } from './zipRecovery';

/** First bytes that tell a container. */
const LOOK = 16;

/** By this file the packages of Office (.xlsx, .docx) are told: ZIP containers of which no part is an export. */
const OFFICE_PART = '[Content_Types].xml';

/**
 * The files of a container, told by its content; undefined where a file is none. What is wrong with the container as a whole
 * is its first entry. Takes as long as it takes to inflate the container only where a ZIP's directory is damaged.
 */
export function listContainer(bytes: FileBytes, recovery: Recovery): readonly ContainerEntry[] | undefined {
  const packing = packingOf(new FileParts(bytes, LOOK).at(0, LOOK));
  if (packing === 'gzip') {
    return [{ kind: 'gzip', name: '' }];
  }
  return packing === 'ZIP' ? listZip(bytes, recovery) : undefined;
}

function listZip(bytes: FileBytes, recovery: Recovery): readonly ContainerEntry[] {
  const listed = zipDirectory(bytes);
  if (listed === 'split') {
    return [asAWhole(damaged('split'))];
  }
  if (typeof listed === 'string') {
    return [asAWhole(damaged(listed)), ...recoverZip(bytes, recovery)];
  }
  if (listed.some(({ name }) => name === OFFICE_PART)) {
    return [asAWhole({ reason: 'unknownCompression', detail: 'Office Open XML' })];
  }
  return listed.length === 0 ? [asAWhole({ reason: 'emptyContainer' })] : listed;
}

function asAWhole(problem: ContainerProblem): UnreadableEntry {
  return { kind: 'unreadable', name: '', problem };
}
