import * as vscode from 'vscode';
import { isFailure } from '../../core/insights/failOn';
import { messageOf } from '../../core/messageOf';
import { printable } from '../../core/report/printable';
import type { FileReport, MailFlowReport, ProofLine } from '../../core/report/report';
import { reportText, type TextPart } from '../../core/report/text';
import { ENGLISH_WORDING, problemMessage } from '../../core/report/wording';
import { type AnalysisContext, ExportAnalysis } from '../analysis/exportAnalysis';
import { shareRead } from '../analysis/shareRead';
import { verdictOf } from '../baseline/baselineFile';
import { heldInsights } from '../problems/warnings';
import { chosenSet, isFolder } from '../sources/sourceSet';
import { locate as fileNamed, type ReportTaskDefinition } from './taskDefinition';

/** The exit statuses of `mail-flow-insights report`. */
const Status = { nothingFound: 0, found: 1, unreadable: 2 } as const;
type Status = (typeof Status)[keyof typeof Status];

const COLOURS: Readonly<Record<TextPart, string>> = { heading: '1', warning: '33', information: '34' };
/** Least time between two words on how far reading has come, in milliseconds. */
const TELL_EVERY = 300;

/** A terminal that ends sooner with a status VS Code calls one that failed to launch; in milliseconds. */
const LAUNCHED_AFTER = 600;

/** Where a task prints the report: the text that a terminal shows, with its exit status. */
export class ReportTerminal implements vscode.Pseudoterminal {
  readonly #definition: ReportTaskDefinition;
  readonly #folder: vscode.Uri;
  readonly #context: AnalysisContext;
  readonly #write = new vscode.EventEmitter<string>();
  readonly #close = new vscode.EventEmitter<number>();
  #analysis: ExportAnalysis | undefined;

  readonly onDidWrite = this.#write.event;
  readonly onDidClose = this.#close.event;

  constructor(definition: ReportTaskDefinition, { uri }: vscode.WorkspaceFolder, context: AnalysisContext) {
    this.#definition = definition;
    this.#folder = uri;
    this.#context = context;
  }

  open(): void {
    const opened = Date.now();
    const end = (status: Status): void => {
      const wait = status === Status.nothingFound ? 0 : opened + LAUNCHED_AFTER - Date.now();
      setTimeout(() => this.#close.fire(status), Math.max(0, wait));
    };
    this.#run().then(end, (error: unknown) => {
      this.#print(`mail-flow-insights: ${printable(messageOf(error))}\n`);
      end(Status.unreadable);
    });
  }

  /** The user has closed the terminal. */
  close(): void {
    this.#analysis?.cancel();
  }

  async #run(): Promise<Status> {
    const uris = this.#definition.files.map((name) => fileNamed(name, this.#folder));
    const set = await chosenSet(uris);
    if (set === undefined) {
      return Status.unreadable;
    }
    const analysis = new ExportAnalysis(set, this.#context);
    this.#analysis = analysis;
    try {
      let told = 0;
      analysis.onDidChange(({ state }) => {
        if (state.kind === 'reading' && Date.now() - told >= TELL_EVERY) {
          told = Date.now();
          this.#tell(shareRead(state));
        }
      });
      await analysis.read();
      this.#write.fire('\r\x1b[K');
      return await this.#end(analysis, uris);
    } finally {
      analysis.dispose();
    }
  }

  async #end(analysis: ExportAnalysis, uris: readonly vscode.Uri[]): Promise<Status> {
    const { state } = analysis;
    if (state.kind !== 'done') {
      for (const file of state.kind === 'failed' ? state.files : []) {
        this.#print(`mail-flow-insights: ${printable(whyUseless(file))}\n`);
      }
      return Status.unreadable;
    }
    const verdict = verdictOf(state.baseline);
    const baseline = verdict === undefined ? {} : { baseline: verdict };
    const locate = (proof: ProofLine): ProofLine => this.#place(analysis, proof);
    this.#print(reportText(state.report, { paint, locate, ...baseline }));
    const useless = await this.#useless(analysis, state.report, uris);
    for (const file of useless) {
      this.#print(`mail-flow-insights: ${printable(whyUseless(file))}\n`);
    }
    if (state.cancelled || useless.length > 0) {
      return Status.unreadable;
    }
    const told = heldInsights(state).filter((held) => held.baseline !== 'known');
    const isFailing = told.some(({ insight }) => isFailure(insight, [this.#definition.failOn]));
    return isFailing ? Status.found : Status.nothingFound;
  }

  /** Files that were named and are no exports, and those that could not be read to their end. */
  async #useless(analysis: ExportAnalysis, report: MailFlowReport, uris: readonly vscode.Uri[]): Promise<FileReport[]> {
    const areFolders = await Promise.all(uris.map(isFolder));
    const named = new Set(uris.filter((_, index) => areFolders[index] === false).map(String));
    const uriAt = (position: number): string => String(analysis.fileAt(position)?.uri);
    // Of a container it is enough that it holds one.
    const known = new Set(report.files.flatMap(({ format }, position) => (format === null ? [] : [uriAt(position)])));
    return report.files.filter(
      (file, position) =>
        isBroken(file) || (file.format === null && named.has(uriAt(position)) && !known.has(uriAt(position))),
    );
  }

  /** Where Problems finds a line: below the workspace folder by its path there, of what is in a container the container. */
  #place(analysis: ExportAnalysis, { file, line }: ProofLine): ProofLine {
    const found = analysis.fileNamed(file);
    if (found === undefined) {
      return { file, line };
    }
    const base = this.#folder.path.endsWith('/') ? this.#folder.path : `${this.#folder.path}/`;
    const { path, fsPath, scheme } = found.uri;
    const name = path.startsWith(base) ? path.slice(base.length) : scheme === 'file' ? fsPath : path;
    return { file: name, line: found.input.entry === undefined ? line : 1 };
  }

  #tell(share: number): void {
    const percent = new Intl.NumberFormat('en', { style: 'percent' });
    this.#write.fire(`\rReading: ${percent.format(share)}\x1b[K`);
  }

  #print(text: string): void {
    this.#write.fire(text.replaceAll('\n', '\r\n'));
  }
}

function paint(part: TextPart, text: string): string {
  return `\x1b[${COLOURS[part]}m${text}\x1b[0m`;
}

function isBroken({ problems }: FileReport): boolean {
  return problems.some(({ reason }) => reason === 'unreadable' || reason === 'damagedContainer');
}

function whyUseless({ path, problems: [problem] }: FileReport): string {
  const reason =
    problem === undefined ? 'cannot be used' : problemMessage(ENGLISH_WORDING, problem.reason, problem.detail);
  return `${path}: ${reason}`;
}
