import type { SourceNotes } from '../../protocol/messages';
import type { ReadSources } from './readSources';
import type { SourceChanges } from './sourceChanges';
import type { SourceSet } from './sourceSet';

/** What is to be said of sources beside their report; null where there is nothing. `unsaved`: see {@link SourceNotes}. */
export function notesOf(
  set: SourceSet,
  sources: ReadSources | undefined,
  changes: SourceChanges | undefined,
  unsaved: number,
): SourceNotes | null {
  const notes = {
    changed: changes?.changed.size ?? 0,
    added: changes?.added.size ?? 0,
    removed: changes?.removed.size ?? 0,
    unsaved,
    cutAt: sources?.found.cutAt ?? null,
    isOneFile: set.kind === 'file',
    canRefresh: changes?.canRefresh ?? false,
  };
  const isAny = notes.changed + notes.added + notes.removed + notes.unsaved > 0 || notes.cutAt !== null;
  return isAny ? notes : null;
}
