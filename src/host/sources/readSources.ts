import { Slices } from '../../core/surroundings';
import { type DefinitionFile, definitionFiles } from './definitionFiles';
import { fewAtOnce } from './fewAtOnce';
import { type FileStamp, stampOf } from './fileStamp';
import { type FoundSources, findSources, type Search } from './findSources';
import { homeOf, type SourceSet } from './sourceSet';

/** What is read for an analysis, and as what it stood before. */
export interface ReadSources {
  readonly found: FoundSources;
  readonly definitions: readonly DefinitionFile[];
  /** By uri: the files of the set and those of definitions. */
  readonly stamps: Map<string, FileStamp>;
}

/** Nothing at all. */
export const NO_SOURCES: ReadSources = {
  found: { files: [], named: [], unknown: [], folders: [], cutAt: null },
  definitions: [],
  stamps: new Map(),
};

/** Finds all that is read for a set. A folder that cannot be listed stands for itself: reading it says why. */
export async function sourcesOf(set: SourceSet, search: Search): Promise<ReadSources> {
  const home = homeOf(set);
  const found = await findSources(set, search).catch(() => ({ ...NO_SOURCES.found, files: [home], folders: [home] }));
  const definitions = await definitionFiles(home, found.named, found.files, search);
  const slices = new Slices(search.platform);
  const stamps = new Map(
    await fewAtOnce(
      found.files,
      async (uri) => [uri.toString(), await stampOf(uri, search.platform.disk)] as const,
      slices,
    ),
  );
  for (const { uri, stamp } of definitions) {
    stamps.set(uri.toString(), stamp);
  }
  return { found, definitions, stamps };
}
