import { useLayoutEffect, useMemo, useReducer } from 'preact/hooks';
import { ErrorLine } from './components/errorLine';
import { ReadingAnnouncer } from './components/readingProgress';
import type { Host } from './host';
import { HostMessages } from './hostMessages';
import { Failure, Page } from './pageContext';
import { INITIAL_PAGE, nextPage, readHostMessage } from './pageState';
import { ReportPage } from './pages/reportPage';
import { WidgetPage } from './pages/widgetPage';
import { isAnswer, Questions } from './questions';

/** Listens to the host and draws the page it asks for; before its `start` there is nothing to draw. */
export function App({ host }: { readonly host: Host }) {
  const [page, dispatch] = useReducer(nextPage, INITIAL_PAGE);
  const questions = useMemo(() => new Questions(host), [host]);
  // At once: an effect would wait for a frame to be painted, and the report may be there already.
  useLayoutEffect(() => {
    const messages = new HostMessages(
      () => document.hidden,
      (message) => (isAnswer(message) ? questions.answer(message) : dispatch(message)),
    );
    const hear = (data: unknown) => {
      const message = readHostMessage(data);
      if (message !== null) {
        messages.take(message);
      }
    };
    const shown = () => messages.deliver();
    const end = host.listen(hear);
    document.addEventListener('visibilitychange', shown);
    return () => {
      end();
      document.removeEventListener('visibilitychange', shown);
    };
  }, [host, questions]);

  const { start, title, state, notes, form, error } = page;
  const context = useMemo(
    () => start && { strings: start.strings, locale: start.locale, title, host, questions },
    [start, title, host, questions],
  );
  const failure = useMemo(() => ({ message: error, dismiss: () => dispatch({ type: 'dismissError' }) }), [error]);
  if (start === null || context === null) {
    return null;
  }
  return (
    <Page.Provider value={context}>
      <Failure.Provider value={failure}>
        <ErrorLine id="error" />
        <ReadingAnnouncer state={state} />
        {start.page === 'widget' ? (
          <WidgetPage title={title} state={state} notes={notes} />
        ) : (
          <ReportPage
            title={title}
            state={state}
            notes={notes}
            kept={start.kept}
            remembered={start.choices}
            request={page.request}
            comparison={page.comparison}
            form={form}
            dispatch={dispatch}
          />
        )}
      </Failure.Provider>
    </Page.Provider>
  );
}
