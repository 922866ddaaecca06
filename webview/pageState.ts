import type { Direction } from '../src/core/model/connector';
import type { ReportChoices } from '../src/protocol/choices';
import type {
  AnalysisState,
  HostMessage,
  MappingForm,
  PageAnswer,
  PageControl,
  PageKind,
  ShownComparison,
  SourceNotes,
} from '../src/protocol/messages';
import type { PageStrings } from '../src/protocol/strings';

/** What the host wants to be shown; each request is a new object. */
export type ReportRequest =
  | { readonly type: 'showFlyout' | 'showWhatIf' }
  | { readonly type: 'showDirection'; readonly direction: Direction }
  | Extract<HostMessage, { type: 'showConnector' }>
  | { readonly type: 'goTo'; readonly control: PageControl };

/** What the host has told this page so far. */
export interface PageState {
  /** Null until the host's `start`. */
  readonly start: {
    readonly page: PageKind;
    readonly strings: PageStrings;
    readonly locale: string;
    readonly choices: ReportChoices | null;
    /** What this page keeps for VS Code to restore it by. */
    readonly kept: string | null;
  } | null;
  readonly title: string;
  readonly state: AnalysisState;
  readonly notes: SourceNotes | null;
  /** What the host asked for last. */
  readonly request: ReportRequest | null;
  /** The open form *Map Columns*. */
  readonly form: MappingForm | null;
  /** The comparison that lies over the report. */
  readonly comparison: ShownComparison | null;
  readonly error: string | null;
}

export const INITIAL_PAGE: PageState = {
  start: null,
  title: '',
  state: { kind: 'empty' },
  notes: null,
  request: null,
  form: null,
  comparison: null,
  error: null,
};

/** What the host says of the whole page; answers to its questions go to who asked. */
export type PageNews = Exclude<HostMessage, PageAnswer>;

/** News of the host, or the reader's wish to close something. */
export type PageEvent = PageNews | { readonly type: 'dismissError' | 'cancelMapping' | 'closeComparison' };

const HOST_MESSAGES: ReadonlySet<unknown> = new Set<HostMessage['type']>([
  'start',
  'state',
  'showFlyout',
  'showDirection',
  'showConnector',
  'showComparison',
  'showWhatIf',
  'goTo',
  'showMapping',
  'mappingDone',
  'error',
  'peers',
  'proofLines',
  'lineTexts',
  'whatIf',
]);

/** Tells the host's messages from everything else that reaches a window; null for what this page does not know. */
export function readHostMessage(data: unknown): HostMessage | null {
  const known = typeof data === 'object' && data !== null && 'type' in data && HOST_MESSAGES.has(data.type);
  return known ? (data as HostMessage) : null;
}

/** The page after an event. A new state of the analysis replaces the old one whole. */
export function nextPage(page: PageState, event: PageEvent): PageState {
  switch (event.type) {
    case 'start':
      return {
        ...page,
        start: {
          page: event.page,
          strings: event.strings,
          locale: usableLocale(event.locale),
          choices: event.choices,
          kept: event.kept ?? null,
        },
        title: event.title,
        state: event.state,
        notes: event.notes ?? null,
        comparison: event.comparison ?? null,
      };
    case 'state':
      return { ...page, title: event.title, state: event.state, notes: event.notes ?? null };
    case 'showFlyout':
    case 'showWhatIf':
      return { ...page, request: { type: event.type } };
    case 'showDirection':
      return { ...page, request: { type: event.type, direction: event.direction } };
    case 'showConnector':
      return { ...page, request: event };
    case 'showComparison':
      return { ...page, comparison: event.comparison };
    case 'closeComparison':
      return { ...page, comparison: null };
    case 'goTo':
      return { ...page, request: { type: event.type, control: event.control } };
    case 'showMapping':
      return { ...page, form: event.form, error: null };
    case 'mappingDone':
    case 'cancelMapping':
      return { ...page, form: null, error: null };
    case 'error':
      return { ...page, error: event.message };
    case 'dismissError':
      return { ...page, error: null };
  }
}

/** `Intl` throws on a malformed tag, and no number is worth a blank page. */
function usableLocale(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
