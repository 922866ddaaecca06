import type { FileReport, ProofLine } from '../../report/report';
import type { SarifArtifact, SarifArtifactLocation, SarifLocation } from './sarif';

/** Where a file of the report is. */
export interface SarifPlace {
  /** A URI; relative to the base where `isRelative`. Of a file in a container, the container's. */
  readonly uri: string;
  readonly isRelative: boolean;
  /** Of a file in a container: its path there, percent-encoded, with a slash before it. */
  readonly inside?: string;
}

/** What relative URIs are relative to. */
export const URI_BASE = 'WORKINGDIR';

/** The files of a report as SARIF lists them: containers before the files they hold. */
export class SarifArtifacts {
  readonly all: SarifArtifact[] = [];
  readonly #byPath = new Map<string, SarifArtifactLocation>();
  readonly #containers = new Map<string, number>();

  constructor(files: readonly FileReport[], placeOf: (path: string) => SarifPlace) {
    for (const file of files) {
      this.#add(file, placeOf(file.path));
    }
  }

  /** A line of a file as a location; the whole file where the line is 0. */
  location({ file, line }: ProofLine): SarifLocation {
    const artifactLocation = this.#byPath.get(file) ?? { uri: encodeURI(file) };
    return { physicalLocation: { artifactLocation, ...(line === 0 ? {} : { region: { startLine: line } }) } };
  }

  #add({ path, format, encoding, records, used }: FileReport, { uri, isRelative, inside }: SarifPlace): void {
    const place = { uri, ...(isRelative ? { uriBaseId: URI_BASE } : {}) };
    const parentIndex = inside === undefined ? undefined : this.#container(place);
    const location = inside === undefined ? place : { uri: inside };
    this.#byPath.set(path, { ...location, index: this.all.length });
    this.all.push({
      location,
      ...(parentIndex === undefined ? {} : { parentIndex }),
      roles: ['analysisTarget'],
      ...(encoding === '' ? {} : { encoding }),
      properties: { format, records, used },
    });
  }

  #container(location: SarifArtifactLocation): number {
    const known = this.#containers.get(location.uri);
    const index = known ?? this.all.length;
    if (known === undefined) {
      this.#containers.set(location.uri, index);
      this.all.push({ location });
    }
    return index;
  }
}
