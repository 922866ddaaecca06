import assert from 'node:assert/strict';
import { ENGLISH_PAGE_STRINGS } from '../../src/protocol/strings';
import { HostMessages } from '../../webview/hostMessages';
import { INITIAL_PAGE, nextPage, readHostMessage } from '../../webview/pageState';

const start = {
  type: 'start',
  page: 'report',
  strings: ENGLISH_PAGE_STRINGS,
  locale: 'it',
  title: 'a.csv',
  state: { kind: 'empty' },
  choices: null,
} as const;

describe('the page’s state', () => {
  it('ignores what is no message of the host', () => {
    for (const data of [null, undefined, 1, 'start', {}, { type: 'later' }, { type: 'toString' }, []]) {
      assert.equal(readHostMessage(data), null);
    }
    assert.equal(readHostMessage(start), start);
  });

  it('follows the host', () => {
    const started = nextPage(INITIAL_PAGE, start);
    assert.equal(started.start?.page, 'report');
    const failed = nextPage(started, {
      type: 'state',
      title: 'b.csv',
      state: { kind: 'failed', files: [], seen: null },
    });
    assert.deepEqual([failed.title, failed.state.kind, failed.start], ['b.csv', 'failed', started.start]);
  });

  it('keeps what the host asked for last, also from before the start; each request is a new one', () => {
    const asked = nextPage(nextPage(INITIAL_PAGE, { type: 'showFlyout' }), start);
    assert.deepEqual(asked.request, { type: 'showFlyout' });
    const again = nextPage(asked, { type: 'showFlyout' });
    assert.notEqual(again.request, asked.request);
    const direction = nextPage(again, { type: 'showDirection', direction: 'inbound' });
    assert.deepEqual(direction.request, { type: 'showDirection', direction: 'inbound' });
  });

  it('has a comparison over the report until the reader closes it', () => {
    const nothing = { before: null, now: null, directions: [], connectors: [], insights: [] };
    const comparison = {
      before: 'a.csv',
      now: 'b.csv',
      hasInsightsOnly: false,
      comparison: nothing,
      redacted: nothing,
    };
    const shown = nextPage(nextPage(INITIAL_PAGE, start), { type: 'showComparison', comparison });
    assert.equal(shown.comparison, comparison);
    assert.equal(nextPage(shown, { type: 'closeComparison' }).comparison, null);
    assert.equal(nextPage(INITIAL_PAGE, { ...start, comparison }).comparison, comparison, 'drawn anew');
  });

  it('waits with states while nobody sees the page, and draws the last one then', () => {
    let isHidden = true;
    const delivered: string[] = [];
    const messages = new HostMessages(
      () => isHidden,
      (message) => delivered.push('title' in message ? `${message.type} ${message.title}` : message.type),
    );
    messages.take(start);
    messages.take({ type: 'state', title: 'b.csv', state: { kind: 'empty' } });
    messages.take({ type: 'showFlyout' });
    messages.take({ type: 'state', title: 'c.csv', state: { kind: 'empty' } });
    assert.deepEqual(delivered, []);
    isHidden = false;
    messages.deliver();
    assert.deepEqual(delivered, ['start a.csv', 'showFlyout', 'state c.csv']);
    messages.take({ type: 'state', title: 'd.csv', state: { kind: 'empty' } });
    assert.equal(delivered.at(-1), 'state d.csv');
  });

  it('keeps an error until it is dismissed', () => {
    const error = nextPage(INITIAL_PAGE, { type: 'error', message: 'No.' });
    assert.equal(nextPage(error, start).error, 'No.');
    assert.equal(nextPage(error, { type: 'dismissError' }).error, null);
  });

  it('shows the form for columns until it is done or cancelled, and says there what the host could not do', () => {
    const form = { columns: [], choices: { columns: {}, direction: null }, missing: [], isMapped: false };
    const opened = nextPage(nextPage(INITIAL_PAGE, start), { type: 'showMapping', form });
    assert.equal(opened.form, form);
    const refused = nextPage(opened, { type: 'error', message: 'No.' });
    assert.deepEqual([refused.form, refused.error], [form, 'No.']);
    for (const type of ['mappingDone', 'cancelMapping'] as const) {
      const closed = nextPage(refused, { type });
      assert.deepEqual([closed.form, closed.error], [null, null]);
    }
  });

  it('survives a locale that is none', () => {
    assert.equal(nextPage(INITIAL_PAGE, { ...start, locale: 'not a tag' }).start?.locale, 'en');
    assert.equal(nextPage(INITIAL_PAGE, { ...start, locale: 'pt-br' }).start?.locale, 'pt-BR');
  });
});
