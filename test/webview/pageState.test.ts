import assert from 'node:assert/strict';
import { ENGLISH_PAGE_STRINGS } from '../../src/protocol/strings';
import { INITIAL_PAGE, nextPage, readHostMessage } from '../../webview/pageState';

const start = {
  type: 'start',
  page: 'report',
  strings: ENGLISH_PAGE_STRINGS,
  locale: 'it',
  title: 'a.csv',
  state: { kind: 'empty' },
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

  it('counts requests for the flyout, also before the start', () => {
    const asked = nextPage(nextPage(INITIAL_PAGE, { type: 'showFlyout' }), start);
    assert.equal(asked.flyoutRequests, 1);
    assert.equal(nextPage(asked, { type: 'showFlyout' }).flyoutRequests, 2);
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
