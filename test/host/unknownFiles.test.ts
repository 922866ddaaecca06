import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { EXPORT_KINDS } from '../../src/core/model/exportKind';
import { chooseInExplorer, closeAllEditors, openAsText, openReport, REPORT_PAGE } from './editor';
import { receiveLog, workspaceFile, writeExport } from './exports';
import { waitUntil, webview, workbench } from './page';

const page = webview(REPORT_PAGE);
const ROW = '.quick-input-list .monaco-list-row:visible';

/** A table of no known format, in words that can be guessed. */
const GATEWAY = [
  'Zeitstempel;Richtung;Nachrichten-ID;TLS-Version;Gegenstelle;Größe',
  '2026-03-02 10:00:00;Inbound;<1@fabrikam.example>;TLSv1.2;203.0.113.5;10',
  '2026-03-02 10:00:01;Inbound;<2@fabrikam.example>;TLSv1.0;203.0.113.6;20',
  '2026-03-02 10:00:02;Outbound;<3@contoso.example>;TLSv1.3;203.0.113.7;30',
  '',
].join('\r\n');
const HEADER = GATEWAY.split('\r\n')[0]?.split(';') ?? [];

/** A receive log that somebody wrote a note on: its beginning does not say what it is. */
const CUT_LOG = receiveLog(6, 0).text.replace(/(?:^#.*\r\n)+/m, 'Copied from MX1\r\n');

function mappings(): unknown {
  return vscode.workspace.getConfiguration('mailFlow', workspaceFile('')).get('columnMappings');
}

async function setMappings(value: unknown): Promise<void> {
  const settings = vscode.workspace.getConfiguration('mailFlow', workspaceFile(''));
  await settings.update('columnMappings', value, vscode.ConfigurationTarget.Workspace);
}

async function openIn(uri: vscode.Uri, state: 'done' | 'failed'): Promise<void> {
  await openReport(uri);
  await page.waitFor(`main[data-state="${state}"]:has-text("${uri.path.split('/').at(-1)}")`);
}

/** Chooses an entry of the list that is open by what it is called. */
async function pick(text: string): Promise<void> {
  await waitUntil(async () => (await workbench.texts(ROW)).length > 0, 'the list');
  await waitUntil(
    async () => (await workbench.texts('.quick-input-box input:focus')).length > 0,
    'the list takes keys',
  );
  await workbench.type(text);
  await waitUntil(async () => (await workbench.texts(ROW))[0]?.includes(text), `${text} in the list`);
  await workbench.key('Enter');
}

function focused(): Promise<string> {
  return page.evaluate<string>('return document.activeElement?.id ?? ""');
}

describe('A file of no known format', () => {
  afterEach(async () => {
    await closeAllEditors();
    await setMappings(undefined);
  });

  it('shows its titles, how it is written, and every export that is understood', async () => {
    await openIn(writeExport('unknown/gateway.csv', Buffer.from(`\uFEFF${GATEWAY}`, 'utf16le')), 'failed');
    assert.deepEqual(await page.texts('#seen .title'), HEADER);
    assert.equal(await page.text('[data-seen="encoding"]'), 'utf-16le');
    assert.equal(await page.text('[data-seen="shape"]'), 'Table, separated by semicolons');
    assert.equal(await page.count('.understood [data-format]'), Object.keys(EXPORT_KINDS).length - 1);
    assert.deepEqual(await page.axe(), []);
    await workbench.screenshot('unknown-table');
  });

  it('shows members of JSON objects, and offers no columns of a text', async () => {
    await openIn(writeExport('unknown/objects.json', '[{"at":"2026-03-02","tls":{"version":"1.2"}}]'), 'failed');
    assert.deepEqual(await page.texts('#seen .title'), ['at', 'tls.version']);
    assert.equal(await page.text('[data-seen="shape"]'), 'JSON objects');
    assert.equal(await page.count('#map-columns'), 1);
    await closeAllEditors();
    const notes = writeExport('unknown/notes.txt', 'Dear colleague,\nhere they are.\nBye\n');
    await openIn(notes, 'failed');
    assert.equal(await page.text('[data-seen="shape"]'), 'Text without a header');
    assert.equal(await page.count('#choose-format'), 1);
    assert.equal(await page.count('#map-columns'), 0);
    await vscode.commands.executeCommand('mailFlow.mapColumns', notes);
    await page.waitFor('#error:has-text("The file has no columns that could be mapped")');
  });
});

describe('Choose Format', () => {
  afterEach(async () => {
    await closeAllEditors();
    await setMappings(undefined);
  });

  it('reads a file without a header as what it is said to be, remembers its place, and forgets it again', async () => {
    await openIn(writeExport('unknown/cut.log', CUT_LOG), 'failed');
    await page.press('#choose-format', 'Enter');
    await waitUntil(async () => (await workbench.texts(ROW)).length > 0, 'the list');
    // It fades in.
    await new Promise((resolve) => setTimeout(resolve, 400));
    await workbench.screenshot('choose-format');
    await pick('SMTP receive protocol log');
    await page.waitFor('[data-state="done"] [data-direction="inbound"] .count:text-is("6")');
    assert.deepEqual(mappings(), [{ file: 'unknown/cut.log', format: 'smtp-receive-protocol-log' }]);
    assert.match(await page.text('#files [data-chosen="format"]'), /Read in the format that you chose\./);
    assert.deepEqual(await page.axe(), []);

    await page.click('#files .change-format');
    await waitUntil(async () => (await workbench.texts(ROW)).length > 0, 'the list');
    const rows = await workbench.texts(ROW);
    assert.match(rows[0] ?? '', /Recognise by Content/);
    await pick('Recognise by Content');
    await page.waitFor('[data-state="failed"] #choose-format');
    assert.deepEqual(mappings(), []);
  });

  it('says that nothing came of a format that does not fit, and Escape changes nothing', async () => {
    const uri = writeExport('unknown/gateway.csv', GATEWAY);
    await openIn(uri, 'failed');
    await page.click('#choose-format');
    await pick('Extended message trace');
    await page.waitFor('[data-state="failed"] [data-problem="nothingAsChosen"]');
    assert.match(await page.text('#failed'), /Read as you chose, .*Extended message trace.*3 records read.*0 used/);
    assert.deepEqual(mappings(), [{ header: HEADER, format: 'extended-message-trace' }]);
    await workbench.screenshot('format-does-not-fit');
    await page.click('#choose-format');
    await waitUntil(async () => (await workbench.texts(ROW)).length > 0, 'the list');
    await workbench.key('Escape');
    await waitUntil(async () => (await workbench.texts(ROW)).length === 0, 'no list');
    assert.deepEqual(mappings(), [{ header: HEADER, format: 'extended-message-trace' }]);
  });

  it('leads to Map Columns, for whom no format fits', async () => {
    await openIn(writeExport('unknown/gateway.csv', GATEWAY), 'failed');
    await page.click('#choose-format');
    await pick('Map Columns…');
    await page.waitFor('#map-columns-form');
    assert.deepEqual(mappings(), []);
  });

  it("stands in the Explorer's menu, and Map Columns with it", async () => {
    const uri = writeExport('unknown/gateway.csv', GATEWAY);
    await chooseInExplorer(uri, 'Mail Flow', 'Choose Format…');
    await pick('Extended message trace');
    await page.waitFor('[data-problem="nothingAsChosen"]');
    await chooseInExplorer(uri, 'Mail Flow', 'Map Columns…');
    await page.waitFor('#map-columns-form');
  });

  it('marks what the content says, and remembers nothing where that is chosen', async () => {
    const uri = writeExport('unknown/RECV2026030600-1.LOG', receiveLog(4, 0).text);
    await openAsText(uri);
    const choice = vscode.commands.executeCommand('mailFlow.chooseFormat');
    await waitUntil(async () => (await workbench.texts(ROW)).length > 0, 'the list');
    assert.match((await workbench.texts(ROW))[0] ?? '', /SMTP receive protocol log.*recognised by its content/);
    await workbench.key('Enter');
    await choice;
    await page.waitFor('[data-state="done"] [data-direction="inbound"] .count:text-is("4")');
    assert.deepEqual(mappings(), []);
  });

  it('holds for a file that is open as text only, as soon as the setting says it', async () => {
    const button = '.editor-actions .action-label[aria-label^="Open Connector Report"]';
    await openAsText(writeExport('unknown/later.log', CUT_LOG));
    await vscode.commands.executeCommand('mailFlow.showWidget');
    assert.deepEqual(await workbench.texts(button), []);
    await setMappings([{ file: 'later.log', format: 'smtp-receive-protocol-log' }]);
    await waitUntil(async () => (await workbench.texts(button)).length === 1, 'the button');
    await setMappings([]);
    await waitUntil(async () => (await workbench.texts(button)).length === 0, 'no button');
  });

  it('leaves out what is wrong in the setting', async () => {
    await setMappings([7, null, { header: 'When' }, { header: HEADER, format: 'no such' }, { columns: {} }]);
    await openIn(writeExport('unknown/gateway.csv', GATEWAY), 'failed');
    assert.match(await page.text('#failed'), /Not an export that Mail Flow Insights understands/);
    await page.click('#choose-format');
    await pick('Extended message trace');
    await page.waitFor('[data-problem="nothingAsChosen"]');
    assert.equal((mappings() as unknown[]).length, 6, 'what somebody wrote stays');
    await setMappings('nonsense');
    await page.waitFor('[data-problem="unknownFormat"]');
  });
});

describe('Map Columns', () => {
  afterEach(async () => {
    await closeAllEditors();
    await setMappings(undefined);
  });

  /** Opens the form on a file. */
  async function openForm(uri: vscode.Uri): Promise<void> {
    await vscode.commands.executeCommand('mailFlow.mapColumns', uri);
    await page.waitFor('#map-columns-form');
  }

  const entry = (role: string): Promise<string> =>
    page.evaluate<string>('return document.getElementById(arg).value', `map-${role}`);

  it('suggests what titles and values say, and shows first values', async () => {
    await openForm(writeExport('unknown/gateway.csv', GATEWAY));
    assert.equal(await entry('time'), 'column:Zeitstempel');
    assert.equal(await entry('direction'), 'column:Richtung');
    assert.equal(await entry('messageId'), 'column:Nachrichten-ID');
    assert.equal(await entry('tls'), 'column:TLS-Version');
    assert.equal(await entry('remoteHost'), 'column:Gegenstelle');
    assert.equal(await entry('cipher'), '');
    assert.deepEqual(await page.texts('[data-role="tls"] code'), ['TLSv1.2', 'TLSv1.0', 'TLSv1.3']);
    assert.match((await page.texts('#map-tls option')).join('\n'), /Größe – 10, 20, 30/);
    assert.deepEqual(await page.axe(), []);
    await new Promise((resolve) => setTimeout(resolve, 500));
    await workbench.screenshot('map-columns');
  });

  it('can be worked by keyboard alone, says what is missing, and remembers what was chosen', async () => {
    const uri = writeExport('unknown/gateway.csv', GATEWAY);
    await openIn(uri, 'failed');
    await page.press('#map-columns', 'Enter');
    await page.waitFor('#map-columns-form');
    const inside = 'return document.querySelector("#map-columns-form").contains(document.activeElement)';
    assert.equal(await page.evaluate<boolean>(inside), true);
    await tabTo('map-time');
    await workbench.key('Home');
    await page.waitFor('#mapping-state[data-fault="noTime"]');
    assert.equal(await page.text('#mapping-state'), 'Choose the column that holds the time.');
    assert.equal(await page.evaluate('return document.getElementById("apply-mapping").disabled'), true);
    await workbench.type('Zeit');
    await page.waitFor('#mapping-state[data-fault="none"]');
    await tabTo('map-direction');
    await workbench.key('Home');
    await page.waitFor('#mapping-state[data-fault="noDirection"]');
    assert.equal(await page.text('#mapping-state'), 'Choose what tells the direction.');
    await workbench.type('All in');
    await page.waitFor('#mapping-state[data-fault="none"]');
    assert.equal(await entry('direction'), 'all:inbound');
    await tabTo('map-remoteHost');
    await workbench.key('Home');
    const stops = await tabTo('apply-mapping');
    assert.ok(stops.every(Boolean), 'the focus stays in the form');
    await workbench.key('Enter');
    await page.waitFor('[data-state="done"] [data-direction="inbound"] .count:text-is("3")');
    assert.equal(await page.count('#map-columns-form'), 0);
    assert.deepEqual(mappings(), [
      {
        header: HEADER,
        columns: { time: 'Zeitstempel', messageId: 'Nachrichten-ID', tls: 'TLS-Version' },
        direction: 'inbound',
      },
    ]);
  });

  it('is left by Escape and by Cancel, without a trace', async () => {
    await openIn(writeExport('unknown/gateway.csv', GATEWAY), 'failed');
    for (const leave of [() => workbench.key('Escape'), () => page.click('#cancel-mapping')]) {
      await page.press('#map-columns', 'Enter');
      await page.waitFor('#map-columns-form');
      await page.selectOption('#map-sender', 'column:Größe');
      await leave();
      await waitUntil(async () => (await page.count('#map-columns-form')) === 0, 'the form to close');
      await waitUntil(async () => (await focused()) === 'map-columns', 'focus on the button');
      assert.deepEqual(mappings(), []);
    }
    await page.press('#map-columns', 'Enter');
    await page.waitFor('#map-columns-form');
    assert.equal(await entry('sender'), '');
  });

  it('keeps what was chosen while another tab is looked at', async () => {
    const uri = writeExport('unknown/gateway.csv', GATEWAY);
    await openIn(uri, 'failed');
    await page.press('#map-columns', 'Enter');
    await page.selectOption('#map-sender', 'column:Größe');
    await openAsText(uri);
    await openReport(uri);
    await page.waitFor('#map-columns-form');
    assert.equal(await entry('sender'), 'column:Größe');
  });

  it('says which column of a mapping is not there, and lets it be put right or removed', async () => {
    const columns = { time: 'Zeitstempel', tls: 'TLS' };
    await setMappings([{ header: HEADER, columns, direction: 'inbound' }]);
    await openIn(writeExport('unknown/gateway.csv', GATEWAY), 'failed');
    assert.match(await page.text('#failed'), /names the column "TLS", which the file does not have/);
    await page.click('#map-columns');
    await page.waitFor('#missing-columns:has-text("TLS")');
    assert.equal(await entry('tls'), 'column:TLS-Version');
    assert.equal(await entry('direction'), 'all:inbound');
    // It slides in.
    await new Promise((resolve) => setTimeout(resolve, 500));
    await workbench.screenshot('mapping-invalid');
    await page.click('#remove-mapping');
    await page.waitFor('[data-problem="unknownFormat"]');
    assert.deepEqual(mappings(), []);
  });

  it('on a mapped file shows what was chosen; a change is read at once, and Remove Mapping undoes it', async () => {
    const columns = { time: 'Zeitstempel', direction: 'Richtung', messageId: 'Nachrichten-ID' };
    await setMappings([{ header: HEADER, columns }]);
    await openIn(writeExport('unknown/gateway.csv', GATEWAY), 'done');
    await page.waitFor('[data-direction="inbound"] .count:text-is("2")');
    assert.equal(await page.text('[data-direction="inbound"] .donut text'), '–');
    assert.match(await page.text('#files [data-chosen="columns"]'), /Read with your column mapping\. Change Mapping…/);
    assert.deepEqual(await page.axe(), []);
    await page.evaluate('document.querySelector("#files").scrollIntoView()');
    await workbench.screenshot('mapped');
    await page.press('#files .change-mapping', 'Enter');
    await page.waitFor('#map-columns-form');
    assert.equal(await entry('tls'), '');
    assert.equal(await entry('direction'), 'column:Richtung');
    await page.selectOption('#map-tls', 'column:TLS-Version');
    await page.click('#apply-mapping');
    await page.waitFor('[data-direction="inbound"] .donut text:text-is("100%")');
    assert.deepEqual(mappings(), [{ header: HEADER, columns: { ...columns, tls: 'TLS-Version' } }]);
    await page.click('#files .change-mapping');
    await page.click('#remove-mapping');
    await page.waitFor('[data-state="failed"] [data-problem="unknownFormat"]');
    assert.deepEqual(mappings(), []);
  });

  it('holds for every other file with the same titles, wherever it is opened', async () => {
    await setMappings([{ header: HEADER, columns: { time: 'Zeitstempel' }, direction: 'outbound' }]);
    const other = writeExport(
      'unknown/next/other.txt',
      GATEWAY.replaceAll(';', ',').replace('Zeitstempel', 'ZEITSTEMPEL'),
    );
    await openAsText(other);
    const button = '.editor-actions .action-label[aria-label^="Open Connector Report"]';
    await waitUntil(async () => (await workbench.texts(button)).length === 1, 'the button');
    await workbench.click(button);
    await page.waitFor('[data-state="done"] [data-direction="outbound"] .count:text-is("3")');
  });

  it('reads JSON objects by their members', async () => {
    const objects = [1, 2, 3].map((number) => ({
      at: `2026-03-02T10:00:0${number}Z`,
      mail: { id: `<${number}@fabrikam.example>`, way: number === 1 ? 'out' : 'in' },
      tls: { version: 'TLSv1.0' },
    }));
    await openForm(writeExport('unknown/mail.json', JSON.stringify(objects)));
    assert.equal(await entry('time'), 'column:at');
    assert.equal(await entry('messageId'), 'column:mail.id');
    assert.equal(await entry('direction'), 'column:mail.way');
    assert.equal(await entry('tls'), 'column:tls.version');
    await page.click('#apply-mapping');
    await page.waitFor('[data-state="done"] [data-direction="inbound"] .count:text-is("2")');
  });

  it('shows a header without values', async () => {
    await openForm(writeExport('unknown/header.csv', `${HEADER.join(';')}\r\n`));
    assert.equal(await page.text('#map-time-values'), 'No values in the first rows');
  });

  it('says in the form what could not be remembered', async () => {
    const uri = writeExport('unknown/gateway.csv', GATEWAY);
    await openForm(uri);
    writeExport('unknown/gateway.csv', 'Fruit,Colour\napple,red\n');
    await page.click('#apply-mapping');
    await page.waitFor('#map-columns-form-error:has-text("no longer has these columns")');
    assert.deepEqual(mappings(), []);
  });

  for (const [name, theme] of Object.entries({
    dark: 'Default Dark Modern',
    light: 'Default Light Modern',
    'high-contrast': 'Default High Contrast',
    'high-contrast-light': 'Default High Contrast Light',
  })) {
    it(`has no accessibility violation in ${theme}, wide and narrow`, async () => {
      const settings = vscode.workspace.getConfiguration('workbench');
      await settings.update('colorTheme', theme, vscode.ConfigurationTarget.Global);
      try {
        await openIn(writeExport('unknown/gateway.csv', GATEWAY), 'failed');
        await vscode.commands.executeCommand('workbench.action.closeSidebar');
        await new Promise((resolve) => setTimeout(resolve, 1200));
        assert.deepEqual(await page.axe(), [], 'unknown file');
        await workbench.screenshot(`unknown-${name}`, { width: 460, height: 1100 });
        await page.click('#map-columns');
        await page.waitFor('#map-columns-form');
        await new Promise((resolve) => setTimeout(resolve, 500));
        assert.deepEqual(await page.axe(), [], 'form');
        await workbench.screenshot(`map-columns-${name}`, { width: 460, height: 1100 });
        assert.deepEqual(await overflow(460), [], 'nothing is too wide');
      } finally {
        await settings.update('colorTheme', undefined, vscode.ConfigurationTarget.Global);
      }
    });
  }

  /** Presses Tab until an element has the focus; tells of each stop whether it was in the form. */
  async function tabTo(id: string): Promise<boolean[]> {
    const stops: boolean[] = [];
    for (let step = 0; step < 20 && (await focused()) !== id; step++) {
      await workbench.key('Tab');
      stops.push(await page.evaluate<boolean>('return document.activeElement?.closest("#map-columns-form") !== null'));
    }
    assert.equal(await focused(), id);
    return stops;
  }

  /** What of the form does not fit into a window so wide. */
  async function overflow(width: number): Promise<readonly string[]> {
    await workbench.setViewport(width, 1100);
    try {
      await new Promise((resolve) => setTimeout(resolve, 500));
      return await page.evaluate<readonly string[]>(
        'return [...document.querySelectorAll("#map-columns-form *")].filter((e) => e.getBoundingClientRect().right > innerWidth + 1).map((e) => e.id || e.className || e.tagName)',
      );
    } finally {
      await workbench.setViewport(1400, 900);
    }
  }
});
