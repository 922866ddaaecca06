import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { AnalysisOptions } from '../../src/core/analyze';
import type { ColumnMapping } from '../../src/core/formats/format';
import type { Thresholds } from '../../src/core/model/ruleTable';
import { recognizeFile } from '../../src/core/stretch/fileBeginning';
import type { Input } from './analyzing';

/** Hand-written exports with what the documents say they hold; see the files `*.expected.json`. */
export interface Fixture {
  readonly name: string;
  readonly inputs: readonly (Input & { readonly bytes: Uint8Array })[];
  readonly options: Partial<AnalysisOptions>;
  /** Parts of the report; what is not named here may be anything. */
  readonly expected: Readonly<Record<string, unknown>>;
}

interface ExpectationFile {
  /** The exports, relative to the file; by default the one of its own name. */
  readonly reads?: readonly string[];
  readonly thresholds?: Thresholds;
  readonly missingTlsMeansNone?: boolean;
  readonly columnMappings?: readonly ColumnMapping[];
  readonly report: Readonly<Record<string, unknown>>;
}

/** Tests run in the repository's root. */
const FOLDER = path.join(process.cwd(), 'test/fixtures');
const ENDING = '.expected.json';

export const FIXTURES: readonly Fixture[] = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith(ENDING))
  .sort()
  .map(readFixture);

/** Those whose files no other fixture reads as well, for tests that take long. */
export const SEPARATE_FIXTURES = FIXTURES.filter(({ name }) => !/\b(twins|overlap)$/.test(name));

/** True for tables with a header whose delimiter may be any of ours. */
export function isTable({ inputs, options }: Fixture): boolean {
  return inputs.every(({ bytes }) => {
    const dialect = recognizeFile(bytes, options.columnMappings).kind?.dialect;
    const isLog = new TextDecoder().decode(bytes).startsWith('#');
    return dialect !== undefined && (dialect.layout ?? 'table') === 'table' && !isLog;
  });
}

/** True for logs that begin with Exchange's directives. */
export function isLog({ inputs }: Fixture): boolean {
  return inputs.every(({ bytes }) => new TextDecoder().decode(bytes).startsWith('#Software:'));
}

/** One of {@link FIXTURES}, by its name such as `extended-trace/inbound`. */
export function fixture(name: string): Fixture {
  const found = FIXTURES.find((candidate) => candidate.name === name);
  if (found === undefined) {
    throw new Error(`no fixture ${name}`);
  }
  return found;
}

function readFixture(file: string): Fixture {
  const name = file.slice(0, -ENDING.length).replaceAll(path.sep, '/');
  const { reads, report, ...options } = JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8')) as ExpectationFile;
  const folder = path.dirname(path.join(FOLDER, file));
  return {
    name,
    inputs: (reads ?? [ownExport(folder, name)]).map((read) => readInput(folder, read)),
    options,
    expected: report,
  };
}

/** The file beside an expectation that has its name: `inbound.csv` of `inbound.expected.json`. */
function ownExport(folder: string, name: string): string {
  const own = `${path.basename(name)}.`;
  const found = readdirSync(folder).find((file) => file.startsWith(own) && !file.endsWith(ENDING));
  if (found === undefined) {
    throw new Error(`no export beside the expectation of ${name}`);
  }
  return found;
}

function readInput(folder: string, name: string): Input & { readonly bytes: Uint8Array } {
  return { path: name, bytes: new Uint8Array(readFileSync(path.join(folder, name))) };
}
