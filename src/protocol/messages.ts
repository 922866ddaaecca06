import type { BaselineVerdict } from '../core/compare/baseline';
import type { Comparison } from '../core/compare/compare';
import type { MappedColumns } from '../core/model/columnMapping';
import type { Direction } from '../core/model/connector';
import type { Period } from '../core/model/day';
import type { TlsState } from '../core/model/tls';
import type { DrillDownQuery, LineText, PeerReport, ProofLineList } from '../core/report/drillDown';
import type { FileReport, MailFlowReport } from '../core/report/report';
import type { Impact } from '../core/whatIf/impact';
import type { ChartPicture } from './chartPicture';
import type { ReportChoices } from './choices';
import type { InsightRequest } from './insightActions';
import type { PageStrings } from './strings';
import type { Supposed } from './supposed';

/** Which page the bundle draws: the side bar's widget, or the report editor. */
export type PageKind = 'widget' | 'report';

/** How far reading has come. */
export interface ReadingProgress {
  /** The file being read, without its folder; before that, what is going to be read. */
  readonly file: string;
  /** Which one it is of all `files`, from 1 on; 0 before the first. */
  readonly number: number;
  /** 0 as long as files are being looked for. */
  readonly files: number;
  /** Of all files; likewise `bytesTotal`. */
  readonly bytesRead: number;
  readonly bytesTotal: number;
}

/** What is to be said of the sources of a report beside it: they may have changed since they were read. */
export interface SourceNotes {
  /** How many files hold something else now. */
  readonly changed: number;
  /** How many have come to a folder. */
  readonly added: number;
  /** How many are gone. */
  readonly removed: number;
  /** How many have changes in an editor that are not saved. */
  readonly unsaved: number;
  /** So many files of a folder were looked at, where it has more; else null. */
  readonly cutAt: number | null;
  /** The report is of one file. */
  readonly isOneFile: boolean;
  /** Reading again would make another report. */
  readonly canRefresh: boolean;
}

/** The state of an analysis, as the pages show it. A later state replaces an earlier one whole. */
export type AnalysisState =
  /** Nothing to show: no export has been opened. Widget only. */
  | { readonly kind: 'empty' }
  /** Reading; `report` is what the part read so far gives, null before the first figures. */
  | { readonly kind: 'reading'; readonly progress: ReadingProgress; readonly report: MailFlowReport | null }
  /** Done; `cancelled`: the user stopped it and `report` is what had been read. */
  | {
      readonly kind: 'done';
      readonly report: MailFlowReport;
      readonly cancelled: boolean;
      /** The report held against a baseline, where settings name one. */
      readonly baseline?: HeldBaseline | null;
    }
  /** No file could be used; `files` say why. `seen`: what the one file shows, where it is text. */
  | { readonly kind: 'failed'; readonly files: readonly FileReport[]; readonly seen: SeenFile | null };

/** A baseline, and what it makes of the report's insights; or why it cannot be used. */
export type HeldBaseline =
  /** `saved`: when, in milliseconds since 1970; null where nothing tells. */
  | { readonly name: string; readonly saved: number | null; readonly verdict: BaselineVerdict }
  | { readonly name: string; readonly problem: string };

/** The report, or a part of it, held against something else. */
export interface ShownComparison {
  /** What *before* is, and *now*, in the user's language. */
  readonly before: string;
  readonly now: string;
  readonly comparison: Comparison;
  /** The same with stand-ins in place of names, to be handed on. */
  readonly redacted: Comparison;
  /** True where only insights can be compared: a baseline holds nothing else. */
  readonly hasInsightsOnly: boolean;
}

/** What a change of settings would have done: the figures, and the same as sentences and as a Markdown document. */
export interface ShownImpact {
  readonly title: string;
  readonly sentences: readonly string[];
  /** Of each connector the first {@link MOST_IMPACT_HOSTS} hosts. */
  readonly impact: Impact;
  /** How many hosts of each connector there are, in the order of `impact.connectors`. */
  readonly hostCounts: readonly number[];
  readonly markdown: string;
  /** The same document with stand-ins in place of names. */
  readonly redactedMarkdown: string;
}

/** More hosts of a connector than this a page does not list; the Markdown document has more. */
export const MOST_IMPACT_HOSTS = 25;

/** What a file shows to somebody who has to say how to read it. */
export interface SeenFile {
  readonly encoding: string;
  /** `text`: lines without a header that names columns. */
  readonly layout: 'table' | 'json' | 'text';
  /** What separates the fields of a table. */
  readonly delimiter: string | null;
  /** Of a table's columns, or of JSON objects' members. None of a text. */
  readonly titles: readonly string[];
}

/** A column of a file whose columns the user says the meaning of. */
export interface MappableColumn {
  readonly title: string;
  /** The first different ones, shortened. */
  readonly values: readonly string[];
  /** False where a value is no time that can be read. */
  readonly holdsTimes: boolean;
  /** False where a value tells no direction. */
  readonly holdsDirections: boolean;
}

/** What the user says of a file's columns. `direction`: that of all rows, where no column tells it. */
export interface ColumnChoices {
  readonly columns: MappedColumns;
  readonly direction: Direction | null;
}

/** What the form *Map Columns* shows when it opens. */
export interface MappingForm {
  readonly columns: readonly MappableColumn[];
  /** The mapping that is in force, or what an earlier one, titles and values suggest. */
  readonly choices: ColumnChoices;
  /** Columns that a mapping of the user's names and the file does not have. */
  readonly missing: readonly string[];
  /** True where a mapping is in force, which can be removed. */
  readonly isMapped: boolean;
}

/** A control of the report page that commands lead to: the search, the filters, and *View data by*, which changes over. */
export type PageControl = 'search' | 'filters' | 'viewBy';

/** What the host tells a page. */
export type HostMessage =
  | {
      readonly type: 'start';
      readonly page: PageKind;
      readonly strings: PageStrings;
      /** BCP 47 tag of the reader's language, for numbers and dates. */
      readonly locale: string;
      /** The name of what is shown: of a file or folder, or how many files there are. */
      readonly title: string;
      readonly state: AnalysisState;
      readonly notes?: SourceNotes | null;
      /** What the page keeps for VS Code to restore it by, where that is to be. */
      readonly kept?: string | null;
      /** What was chosen when this was shown last; null where nothing is remembered. Report only. */
      readonly choices: ReportChoices | null;
      /** The comparison that lies over the report, where one does. */
      readonly comparison?: ShownComparison | null;
    }
  | {
      readonly type: 'state';
      readonly title: string;
      readonly state: AnalysisState;
      readonly notes?: SourceNotes | null;
    }
  /** Opens the flyout (the side bar's View Details asked for it). */
  | { readonly type: 'showFlyout' }
  /** Shows the last week of a direction, of all connectors (a count in the side bar asked for it). */
  | { readonly type: 'showDirection'; readonly direction: Direction }
  /** Shows one connector over a period, as far as its mail is in some TLS states; none: in any. */
  | {
      readonly type: 'showConnector';
      /** Its key (`keyOf` in connectorReport.ts). */
      readonly connector: string;
      readonly direction: Direction;
      readonly tls: readonly TlsState[];
      readonly period: Period;
    }
  /** Lays a comparison over the report. */
  | { readonly type: 'showComparison'; readonly comparison: ShownComparison }
  /** Opens the panel *What If*. */
  | { readonly type: 'showWhatIf' }
  /** Leads to a control of the page, or works it. */
  | { readonly type: 'goTo'; readonly control: PageControl }
  /** Opens the form *Map Columns*. */
  | { readonly type: 'showMapping'; readonly form: MappingForm }
  /** What the form asked for is done. */
  | { readonly type: 'mappingDone' }
  | { readonly type: 'error'; readonly message: string }
  | PageAnswer;

/** The answer to a question of the page's. */
export type PageAnswer = DrillDownAnswer | WhatIfAnswer;

/** The answer to a request of the same number; null as for {@link DrillDownAnswer}, or where there is no such connector. */
export interface WhatIfAnswer {
  readonly type: 'whatIf';
  readonly request: number;
  readonly result: ShownImpact | null;
}

/**
 * The answer to a request of the same number; null where there is none: the files are being read, or were while it was worked
 * out. The state that follows says when to ask again.
 */
export type DrillDownAnswer =
  | { readonly type: 'peers'; readonly request: number; readonly peers: PeerReport | null }
  | { readonly type: 'proofLines'; readonly request: number; readonly list: ProofLineList | null }
  /** As far as they could be read. */
  | { readonly type: 'lineTexts'; readonly request: number; readonly texts: readonly LineText[] };

/** What a page asks of the host. The host validates every field (see validate.ts). */
export type PageMessage =
  /** The page listens; the host answers with `start`. */
  | { readonly type: 'ready' }
  /** Stop reading and keep what was read. */
  | { readonly type: 'cancel' }
  /** Read the files again. */
  | { readonly type: 'reload' }
  /** From the widget: open the report editor of what it shows, with or without the flyout, or at one direction. */
  | { readonly type: 'openReport'; readonly flyout: boolean; readonly direction: Direction | null }
  /** From the empty widget: choose a file. */
  | { readonly type: 'openFile' }
  /** Open a file of the report at a line. `file` is the position in the report's files. */
  | { readonly type: 'openLine'; readonly file: number; readonly line: number }
  /** Put a text on the clipboard. */
  | { readonly type: 'copy'; readonly text: string }
  /** Remember what the reader chose, for when this is shown again. */
  | { readonly type: 'remember'; readonly choices: ReportChoices }
  /** Let the user choose the format in which a file of the report is read. */
  | { readonly type: 'chooseFormat'; readonly file: number }
  /** Let the user say what the columns of a file of the report hold: `showMapping` answers. */
  | { readonly type: 'mapColumns'; readonly file: number }
  /** Remember what the form says and read the file with it: `mappingDone` answers, or `error`. */
  | { readonly type: 'applyMapping'; readonly choices: ColumnChoices }
  /** Forget the mapping that is in force: answers as above. */
  | { readonly type: 'removeMapping' }
  /** Save a chart; the user is asked where. */
  | ({ readonly type: 'saveChart' } & ChartPicture)
  /** Do something about an insight. */
  | ({ readonly type: 'insightAction' } & InsightRequest)
  /** Run a command on the report: `showComparison` may follow, or another state. */
  | { readonly type: 'run'; readonly command: ReportCommand }
  /** Nothing is compared any more. */
  | { readonly type: 'closeComparison' }
  | PageQuestion;

/** Commands about a whole report that its page offers. */
export const REPORT_COMMANDS = ['compare', 'saveBaseline', 'forgetBaseline'] as const;
export type ReportCommand = (typeof REPORT_COMMANDS)[number];

/** What the host answers by a message of its own, of the same type and number. */
export type PageQuestion = DrillDownRequest | WhatIfRequest;

/** Asks what would have come of something. */
export interface WhatIfRequest {
  readonly type: 'whatIf';
  readonly request: number;
  readonly supposed: Supposed;
}

/**
 * Asks who stood at the other side of a connector, which lines prove it, or what they say. `request` is the page's own number.
 */
export type DrillDownRequest =
  | { readonly type: 'peers'; readonly request: number; readonly query: DrillDownQuery }
  /** The next lines behind the first `skip`. */
  | { readonly type: 'proofLines'; readonly request: number; readonly query: DrillDownQuery; readonly skip: number }
  /** `file` is the position in the report's files; `lines` rise, and there are no more than `LINES_A_TIME`. */
  | {
      readonly type: 'lineTexts';
      readonly request: number;
      readonly file: number;
      readonly lines: readonly number[];
    };
