import type { Direction } from '../core/model/connector';
import type { FileReport, MailFlowReport } from '../core/report/report';
import type { ReportChoices } from './choices';
import type { PageStrings } from './strings';

/** Which page the bundle draws: the side bar's widget, or the report editor. */
export type PageKind = 'widget' | 'report';

/** How far reading has come. */
export interface ReadingProgress {
  /** The file being read, without its folder. */
  readonly file: string;
  readonly bytesRead: number;
  readonly bytesTotal: number;
}

/** The state of an analysis, as the pages show it. A later state replaces an earlier one whole. */
export type AnalysisState =
  /** Nothing to show: no export has been opened. Widget only. */
  | { readonly kind: 'empty' }
  /** Reading; `report` is what the part read so far gives, null before the first figures. */
  | { readonly kind: 'reading'; readonly progress: ReadingProgress; readonly report: MailFlowReport | null }
  /** Done; `cancelled`: the user stopped it and `report` is what had been read. */
  | { readonly kind: 'done'; readonly report: MailFlowReport; readonly cancelled: boolean }
  /** No file could be used; `files` say why. */
  | { readonly kind: 'failed'; readonly files: readonly FileReport[] };

/** What the host tells a page. */
export type HostMessage =
  | {
      readonly type: 'start';
      readonly page: PageKind;
      readonly strings: PageStrings;
      /** BCP 47 tag of the reader's language, for numbers and dates. */
      readonly locale: string;
      /** The name of what is shown: a file name. */
      readonly title: string;
      readonly state: AnalysisState;
      /** What was chosen when this was shown last; null where nothing is remembered. Report only. */
      readonly choices: ReportChoices | null;
    }
  | { readonly type: 'state'; readonly title: string; readonly state: AnalysisState }
  /** Opens the flyout (the side bar's View Details asked for it). */
  | { readonly type: 'showFlyout' }
  /** Shows the last week of a direction, of all connectors (a count in the side bar asked for it). */
  | { readonly type: 'showDirection'; readonly direction: Direction }
  | { readonly type: 'error'; readonly message: string };

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
  | { readonly type: 'remember'; readonly choices: ReportChoices };
