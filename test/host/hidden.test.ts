import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Page } from '../../src/host/pages/page';
import type { HostMessage } from '../../src/protocol/messages';
import { ENGLISH_PAGE_STRINGS } from '../../src/protocol/strings';
import { closeAllEditors, openReport, REPORT_PAGE } from './editor';
import { receiveLog, writeExport } from './exports';
import { waitUntil, webview } from './page';

const page = webview(REPORT_PAGE);

/** A channel whose page is played by the test: what is sent to it, and how often it was asked for what to show. */
function channel() {
  const received = new vscode.EventEmitter<unknown>();
  const sent: HostMessage[] = [];
  let asked = 0;
  let answer: (message: HostMessage) => void = () => {};
  const fake = {
    onDidReceiveMessage: received.event,
    postMessage: (message: HostMessage) => {
      sent.push(message);
      return Promise.resolve(true);
    },
  };
  const shown = () => {
    asked++;
    return { title: `state ${asked}`, state: { kind: 'empty' } as const, notes: null };
  };
  const own = new Page(fake as unknown as vscode.Webview, 'report', ENGLISH_PAGE_STRINGS, shown, (_, give) => {
    answer = give;
  });
  return {
    own,
    says: (message: unknown) => received.fire(message),
    answer: (message: HostMessage) => answer(message),
    sent: () =>
      sent.splice(0).map((message) => ('title' in message ? `${message.type} ${message.title}` : message.type)),
    asked: () => asked,
  };
}

describe('A hidden page', () => {
  it('gets no message, and nothing is worked out for it; shown again it gets the newest state', () => {
    const { own, says, sent, asked } = channel();
    says({ type: 'ready' });
    own.update();
    assert.deepEqual(sent(), ['start state 1', 'state state 2']);
    own.setVisible(false);
    for (let state = 0; state < 50; state++) {
      own.update();
    }
    own.tell({ type: 'showFlyout' });
    assert.deepEqual([sent(), asked()], [[], 2]);
    own.setVisible(true);
    assert.deepEqual(sent(), [], 'VS Code draws the page anew, and it is not there yet');
    says({ type: 'ready' });
    assert.deepEqual(sent(), ['start state 3', 'showFlyout']);
    own.dispose();
  });

  it('gets no answer to what it asked before', () => {
    const { own, says, answer, sent } = channel();
    says({ type: 'ready' });
    says({ type: 'peers', request: 1, query: { connector: 'inbound:none:' } });
    sent();
    own.setVisible(false);
    own.setVisible(true);
    says({ type: 'ready' });
    answer({ type: 'peers', request: 1, peers: null });
    assert.deepEqual(sent(), ['start state 2']);
    own.dispose();
  });

  it('that is ready while nobody sees it is drawn once it is seen', () => {
    const { own, says, sent } = channel();
    own.setVisible(false);
    says({ type: 'ready' });
    own.update();
    assert.deepEqual(sent(), []);
    own.setVisible(true);
    assert.deepEqual(sent(), ['start state 1']);
    own.dispose();
  });
});

describe('A page in a window that lies under another', () => {
  after(closeAllEditors);

  it('draws nothing until it is seen again, then the newest figures', async () => {
    const log = writeExport('logs/RECV2026030224-1.LOG', receiveLog(20, 20).text);
    await openReport(log);
    await page.waitFor('[data-direction="inbound"] .count:text-is("40")');
    await page.evaluate(`
      // The tables behind the charts are drawn a moment after all else.
      await new Promise((resolve) => setTimeout(resolve, 1000));
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
      document.dispatchEvent(new Event('visibilitychange'));
      window.seen = { states: 0, changes: 0 };
      window.addEventListener('message', ({ data }) => { window.seen.states += data?.type === 'state' ? 1 : 0; });
      new MutationObserver((changes) => { window.seen.changes += changes.length; })
        .observe(document.getElementById('root'), { subtree: true, childList: true, attributes: true, characterData: true });
    `);
    writeExport('logs/RECV2026030224-1.LOG', receiveLog(30, 30).text);
    await vscode.commands.executeCommand('mailFlow.readAgain');
    const seen = () => page.evaluate<{ states: number; changes: number }>('return window.seen');
    await waitUntil(async () => (await seen()).states > 0, 'states that the page was told');
    assert.equal((await seen()).changes, 0);
    assert.equal(await page.text('[data-direction="inbound"] .count'), '40');
    await page.evaluate(`
      delete document.hidden;
      document.dispatchEvent(new Event('visibilitychange'));
    `);
    await page.waitFor('[data-direction="inbound"] .count:text-is("60")');
    assert.ok((await seen()).changes > 0);
  });
});
