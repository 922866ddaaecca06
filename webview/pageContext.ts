import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { formatCount, formatPercent } from '../src/core/report/percent';
import { connectorLabel } from '../src/core/report/wording';
import type { PageStrings } from '../src/protocol/strings';
import type { Host } from './host';
import type { Questions } from './questions';

/** What every part of a page needs: the reader's language and the way to the host. */
export interface PageContext {
  readonly strings: PageStrings;
  readonly locale: string;
  readonly host: Host;
  /** The name of what is shown: a file name. */
  readonly title: string;
  readonly questions: Questions;
}

/** What the host could not do last, and how to put that away; nothing where all went well. */
export interface PageFailure {
  readonly message: string | null;
  readonly dismiss: () => void;
}

/** A panel over the page shows it too: what lies under a panel nobody sees. */
export const Failure = createContext<PageFailure>({ message: null, dismiss: () => {} });

/** Null outside a page, which only a programming error can bring about. */
export const Page = createContext<PageContext | null>(null);

/** The page's texts, number formats and host. */
export function usePage() {
  const page = useContext(Page);
  if (page === null) {
    throw new Error('usePage is called outside a page');
  }
  return {
    ...page,
    count: (value: number) => formatCount(value, page.locale),
    percent: (part: number, whole: number, digits: number) => formatPercent(part, whole, digits, page.locale),
    label: (connector: Parameters<typeof connectorLabel>[1]) => connectorLabel(page.strings, connector),
  };
}
