// What the preview draws: every state of the pages, with figures that try their limits.
import { EMPTY_REPORT } from './emptyReport.mjs';
import { answerQuestions } from './previewDrillDown.mjs';
import { BASELINE, COMPARISON, GONE_HOSTS, impactOf, WHO } from './previewInsights.mjs';

const FOLDER = '/home/admin/exports/2026-03/';

/** Counts in the model's order: none, ssl3.0, tls, 1.0, 1.1, 1.2, 1.3, unknown. */
const day = (date, tls, more = {}) => ({ date, tls, approximate: false, forcedTls: null, ...more });
const dates = (end, count) =>
  Array.from({ length: count }, (_, index) =>
    new Date(Date.parse(`${end}T00:00:00Z`) - (count - 1 - index) * 86_400_000).toISOString().slice(0, 10),
  );

/** Repeats itself from run to run. */
function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

function connector(direction, name, type, weight, shares, count, seed, more = {}) {
  const random = randomFrom(seed);
  return {
    direction,
    name,
    type,
    forcedTls: more.forcedTls ?? null,
    days: dates('2026-03-08', count).map((date) =>
      day(
        date,
        shares.map((share) => Math.round(share * weight * (0.4 + random()))),
        more,
      ),
    ),
  };
}

const file = (name, more = {}) => ({
  path: FOLDER + name,
  format: 'extended-message-trace',
  encoding: 'utf-16le',
  records: 12_458,
  used: 5233,
  leftOut: { otherEvent: 7013, noBorderHop: 200, malformed: 12 },
  problems: [],
  problemCount: 0,
  ...more,
});

const insight = (rule, severity, name, connectorType, more = {}) => ({
  rule,
  severity,
  direction: 'inbound',
  connector: name,
  connectorType,
  messages: 340,
  known: 2833,
  share: 0.12,
  isNearMiss: severity === 'information',
  values: [],
  approximate: false,
  period: { start: '2026-03-02', end: '2026-03-08' },
  thresholds: { share: 0.01, messages: 10 },
  first: { file: `${FOLDER}MTDetail_2026-03-08.csv`, line: 4711 },
  last: { file: `${FOLDER}MTDetail_2026-03-08.csv`, line: 9000 },
  hosts: [],
  hostCount: 0,
  hostUntold: null,
  senders: [],
  ciphers: [],
  repair: null,
  ...more,
});

const report = (connectors, more = {}) => {
  const days = connectors.flatMap((one) => one.days.map((each) => each.date)).sort();
  return {
    ...EMPTY_REPORT,
    period: days.length === 0 ? null : { start: days[0], end: days.at(-1) },
    files: [file('MTDetail_2026-03-08.csv')],
    connectors,
    ...more,
  };
};

const rich = (count) =>
  report(
    [
      connector('inbound', null, 'NoConnector', 420, [0.02, 0, 0, 0.01, 0.005, 0.5, 0.46, 0.03], count, 1),
      connector('inbound', 'Contoso', 'Partner', 190, [0, 0, 0, 0.12, 0.03, 0.7, 0.15, 0], count, 2, {
        forcedTls: true,
      }),
      connector(
        'inbound',
        'Fabrikam Datacenter Frankfurt to Office 365 (hybrid, 2019)',
        'OnPremises',
        120,
        [0.01, 0, 0, 0.02, 0, 0.9, 0.07, 0.2],
        count,
        3,
        { forcedTls: false },
      ),
      connector('outbound', null, 'NoConnector', 260, [0.02, 0, 0, 0, 0, 0.3, 0.68, 0], count, 4),
      connector('outbound', 'Northwind', 'Partner', 80, [0, 0, 0, 0, 0, 1, 0, 0], count, 5, { forcedTls: true }),
      connector('inbound', 'Relay-01', 'Unknown', 22, [0.5, 0, 0, 0.1, 0.1, 0.3, 0, 0], count, 6),
    ],
    {
      internal: 12,
      missingTlsMeansNone: true,
      silentRules: ['weak-cipher', 'protection-fell'].map((rule) => ({ rule, missing: ['cipher'], tooShort: false })),
      tlsReports: [
        {
          organization: 'Fabrikam Mail',
          domain: 'contoso.example',
          start: '2026-03-02',
          end: '2026-03-02',
          policy: 'sts',
          successful: 5326,
          failed: 303,
          notEncrypted: 200,
          failures: [
            { result: 'certificate-expired', sessions: 103, sender: '', receiver: 'mx1.contoso.example', reason: '' },
            { result: 'starttls-not-supported', sessions: 200, sender: '', receiver: '', reason: '' },
          ],
          file: `${FOLDER}MTDetail_2026-03-08.csv`,
          line: 1,
        },
      ],
      clientSubmission: {
        tls: [0, 0, 0, 120, 2, 1037, 3, 5],
        approximate: true,
        clients: [
          ['scanner@contoso.example', [0, 0, 0, 120, 0, 30, 0, 0]],
          ['application.with.a.long.name@department.contoso.example', [0, 0, 0, 0, 2, 1000, 0, 3]],
          ['crm@fabrikam.example', [0, 0, 0, 0, 0, 7, 3, 2]],
        ].map(([sender, tls], position) => ({
          sender,
          tls,
          approximate: true,
          file: `${FOLDER}MTDetail_2026-03-08.csv`,
          line: position + 2,
        })),
      },
      insights: [
        insight('inbound-partner-tls10', 'warning', 'Contoso', 'Partner'),
        insight(
          'inbound-onpremises-tls10',
          'information',
          'Fabrikam Datacenter Frankfurt to Office 365 (hybrid, 2019)',
          'OnPremises',
          { messages: 9, known: 1204, approximate: true },
        ),
      ],
      files: [
        file('MTDetail_2026-03-08.csv', {
          problems: [
            { line: 17, reason: 'badTime', detail: '31/31/2026' },
            { line: 1204, reason: 'raggedRecord', detail: '7\t14' },
          ],
          problemCount: 214,
        }),
        file('RECV2026030800-1.LOG', {
          format: 'smtp-receive-protocol-log',
          encoding: 'utf-8',
          leftOut: { noMessage: 1833, hubTwin: 44 },
          sessions: { total: 412, withoutMessage: 96 },
        }),
        file('notes.txt', {
          format: null,
          encoding: 'utf-8',
          records: 0,
          used: 0,
          leftOut: {},
          problems: [{ line: 0, reason: 'unknownFormat', detail: 'Dear colleague, here are' }],
          problemCount: 1,
        }),
      ],
    },
  );

const many = (() => {
  const connectors = Array.from({ length: 230 }, (_, index) =>
    connector(
      index % 3 ? 'inbound' : 'outbound',
      `Partner ${String(index).padStart(3, '0')} GmbH & Co. KG`,
      index % 5 ? 'Partner' : 'OnPremises',
      5000 / (index + 1) + 3,
      [0.02, 0.001, 0.002, 0.05, 0.04, 0.6, 0.287, 0.01],
      90,
      index + 1,
      { approximate: index % 7 === 0 },
    ),
  );
  return report(connectors);
})();

const tiny = report([
  {
    direction: 'inbound',
    name: 'Contoso',
    type: 'Partner',
    forcedTls: null,
    days: [day('2026-03-08', [3, 2, 1, 4, 5, 99_990, 6, 7])],
  },
  {
    direction: 'outbound',
    name: null,
    type: 'NoConnector',
    forcedTls: null,
    days: [day('2026-03-08', [0, 0, 0, 0, 0, 3790, 0, 0])],
  },
]);
const untold = report([
  {
    direction: 'inbound',
    name: null,
    type: 'Unknown',
    forcedTls: null,
    days: dates('2026-03-08', 7).map((date, index) => day(date, [0, 0, 0, 0, 0, 0, 0, 30 + index])),
  },
]);
const approximate = report([
  {
    direction: 'inbound',
    name: 'Contoso',
    type: 'Partner',
    forcedTls: true,
    days: [
      day('2026-03-07', [12, 0, 0, 0, 3, 500, 90, 0], { approximate: true, forcedTls: true }),
      day('2026-03-08', [0, 0, 0, 0, 0, 1, 0, 0]),
    ],
  },
  {
    direction: 'outbound',
    name: null,
    type: 'NoConnector',
    forcedTls: null,
    days: [day('2026-03-08', [0, 0, 0, 0, 0, 0, 1, 0])],
  },
]);
const nothing = report([], {
  period: null,
  internal: 3,
  files: [file('MTDetail_2026-03-08.csv', { used: 0, records: 7, leftOut: { otherEvent: 4, noBorderHop: 3 } })],
});

/** Days without messages, and days of which nothing is known. */
const gaps = report([
  {
    direction: 'inbound',
    name: 'Contoso',
    type: 'Partner',
    forcedTls: null,
    days: [
      day('2026-03-02', [3, 0, 0, 12, 0, 85, 0, 0]),
      day('2026-03-03', [0, 0, 0, 0, 0, 0, 0, 40]),
      day('2026-03-05', [1, 0, 0, 0, 0, 99, 20, 0]),
      day('2026-03-06', [9, 0, 0, 0, 0, 91, 0, 3]),
      day('2026-03-08', [2, 0, 0, 0, 0, 98, 0, 0]),
    ],
  },
]);
/** The same under a filter: days that it leaves out, one of which nothing is known, and one without messages. */
const leftOut = report([
  ...gaps.connectors,
  {
    direction: 'inbound',
    name: 'Fabrikam',
    type: 'OnPremises',
    forcedTls: null,
    days: dates('2026-03-08', 7).map((date, index) => day(date, [0, 0, 0, index % 3 ? 0 : 7, 0, 40 + index, 0, 0])),
  },
]);
const years = report([
  connector('inbound', 'Contoso', 'Partner', 190, [0.01, 0, 0, 0.12, 0.03, 0.7, 0.15, 0], 1500, 2),
  connector('inbound', 'مصنع الرياض‎ \u202eevil\u202c GmbH', 'Partner', 90, [0, 0, 0, 0, 0, 1, 0, 0], 900, 3),
]);
const manyInsights = {
  ...rich(7),
  insights: ['inbound-partner-tls10', 'inbound-tls11', 'connector-without-tls', 'could-force-tls', 'weak-cipher'].map(
    (rule, index) =>
      insight(rule, index < 2 ? 'warning' : 'information', 'Contoso', 'Partner', {
        values: ['RC4'],
        isNearMiss: false,
      }),
  ),
};

/** Everything that can be said of insights at once: who, baseline, muted ones, hosts that changed. */
const judged = {
  ...rich(30),
  insights: [
    insight('inbound-partner-tls10', 'warning', 'Contoso', 'Partner', WHO),
    insight('connector-without-tls', 'warning', 'Relay-01', 'Unknown', { ...WHO, repair: null }),
    insight('weak-cipher', 'information', 'Contoso', 'Partner', { values: ['RC4'], isNearMiss: false }),
  ],
  mutedInsights: [insight('inbound-tls11', 'warning', 'Contoso', 'Partner')],
  hostChanges: GONE_HOSTS,
};
const title = 'MTDetail_2026-03-08.csv';
const done = (shown, cancelled = false) => ({ kind: 'done', report: shown, cancelled });
const reading = (shown) => ({
  kind: 'reading',
  progress: { file: title, number: 1, files: 1, bytesRead: 123_456_789, bytesTotal: 312_000_000 },
  report: shown,
});
const failed = {
  kind: 'failed',
  files: [
    file('notes.txt', {
      format: null,
      problems: [{ line: 0, reason: 'unknownFormat', detail: 'Dear colleague, here are the numbers you asked for' }],
      problemCount: 1,
    }),
    file('empty.csv', { format: null, problems: [{ line: 0, reason: 'emptyFile' }], problemCount: 1 }),
  ],
  seen: null,
};
const noExport = (path, reason, detail) =>
  file(path, { format: null, records: 0, used: 0, problems: [{ line: 1, reason, detail }], problemCount: 1 });
const several = {
  ...rich(7),
  files: [
    file('mail/2026-03/MTDetail_2026-03-01.csv'),
    file('mail/2026-03/MTDetail_2026-03-08.csv'),
    noExport('mail/notes.txt', 'unknownFormat', 'Dear colleague, here are the numbers you asked for'),
    noExport('mail/audit.docx', 'noExportInside'),
    noExport('mail/picture.png', 'binaryFile'),
  ],
};
const halfRead = {
  ...several,
  files: [
    file('mail/a.log'),
    { ...file('mail/b.log'), format: null, encoding: '', records: 0, used: 0, problems: [], problemCount: 0 },
  ],
};
const readingSeveral = {
  kind: 'reading',
  progress: { file: 'MTDetail_2026-03-08.csv', number: 2, files: 12, bytesRead: 123_456_789, bytesTotal: 312_000_000 },
  report: rich(7),
};
const looking = {
  kind: 'reading',
  progress: { file: 'mail', number: 0, files: 0, bytesRead: 0, bytesTotal: 0 },
  report: null,
};
const noNotes = { changed: 0, added: 0, removed: 0, unsaved: 0, cutAt: null, isOneFile: false, canRefresh: false };
const withNotes = (name, state, notes, themes, widths, more = {}) => {
  const one = page(name, state, themes, widths, more);
  return { ...one, start: { ...one.start, title: 'mail', notes: { ...noNotes, ...notes } } };
};
const openNoExports = (tab) => tab.click('#no-exports summary');
const openFlyout = (tab) => tab.click('#view-details');
const showTlsUsage = (tab) => tab.selectOption('#view-by', 'tlsUsage');
const openFilters = async (tab) => {
  await tab.click('#filters-button');
  await tab.click('#filters .check:has(#filter-type-Partner)');
  await tab.click('#filters [data-group="tls"] .check:has-text("TLS 1.0")');
};
const filterByTls = (then) => async (tab) => {
  await tab.click('#filters-button');
  await tab.click('#filters [data-group="tls"] .check:has-text("TLS 1.0")');
  await tab.keyboard.press('Escape');
  await then(tab);
};
const group = async (tab) => {
  await tab.click('#group-rows');
  await tab.click('#details [data-row="1"] [data-column="date"]');
};
const openMenu = async (tab) => {
  await tab.click('#details [data-row="2"] [data-column="connector"]');
  await tab.keyboard.press('Shift+ArrowDown');
  await tab.keyboard.press('Shift+ArrowRight');
  await tab.click('#details [data-row="3"] [data-column="type"]', { button: 'right' });
};
const openColumns = (tab) => tab.click('#columns-button');
const showAsTable = (tab) => tab.click('#as-table');
const showTlsTable = async (tab) => {
  await showTlsUsage(tab);
  await showAsTable(tab);
};
const chooseDays = async (tab) => {
  await tab.focus('.day-slider');
  for (const key of ['ArrowLeft', 'Shift+ArrowLeft', 'Shift+ArrowLeft']) {
    await tab.keyboard.press(key);
  }
};
const drillInto =
  (selector, variant, ...more) =>
  async (tab) => {
    await answerQuestions(tab, variant);
    await tab.click(selector);
    for (const next of more) {
      await tab.click(next);
    }
    await tab.waitForTimeout(300);
  };
const TLS10_CELL = '#details [data-row="1"] [data-column="tls1.0"] .drill';
const search = (text) => (tab) => tab.fill('#details-search', text);
const WIDGET = [250, 400, 800];
const REPORT = [400, 800, 1600];
const ALL = ['dark', 'light', 'contrast', 'contrastLight'];
const TWO = ['dark', 'light'];

const widget = (name, state, themes, widths, more = {}) => ({
  name: `widget-${name}`,
  start: { page: 'widget', title, state },
  themes,
  widths,
  height: 600,
  ...more,
});
const GATEWAY = ['Zeitstempel', 'Richtung', 'Nachrichten-ID', 'TLS-Version', 'Gegenstelle', 'Absender', 'Größe'];
const seen = { encoding: 'utf-16le', layout: 'table', delimiter: ';', titles: GATEWAY };
const unknown = {
  kind: 'failed',
  files: [
    file('gateway.csv', {
      format: null,
      problems: [{ line: 1, reason: 'unknownFormat', detail: GATEWAY.join(';') }],
      problemCount: 1,
    }),
  ],
  seen,
};
const asChosen = {
  kind: 'failed',
  files: [
    file('gateway.csv', {
      format: 'extended-message-trace',
      chosen: 'format',
      records: 213,
      used: 0,
      leftOut: { malformed: 213 },
      problems: [
        { line: 0, reason: 'nothingAsChosen' },
        ...Array.from({ length: 100 }, (_, line) => ({ line: line + 2, reason: 'badTime', detail: 'mail.example' })),
      ],
      problemCount: 214,
    }),
  ],
  seen: { ...seen, layout: 'json', delimiter: null, titles: Array.from({ length: 90 }, (_, n) => `member.number${n}`) },
};
const mapped = {
  ...rich(7),
  files: [file('gateway.csv', { format: 'mapped-table', chosen: 'columns' }), file('RECV.LOG', { chosen: 'format' })],
};
const VALUES = [
  ['2026-03-02 10:00:00', '2026-03-02 10:00:04', '2026-03-02 10:01:59'],
  ['eingehend', 'ausgehend'],
  ['<CAJ9Vw0vqk1+y3tV8p2nLr5Qm7XbT4uZs6Hd1Fg0Ke@mail.fabrikam.example>', '<2@fabrikam.example>'],
  ['TLSv1.2', 'TLSv1.3', 'none'],
  ['mx1.fabrikam.example [203.0.113.5]', '[2001:db8::1]:25'],
  [],
  ['10423', '998', '123'],
];
const form = (more = {}) => ({
  type: 'showMapping',
  form: {
    columns: GATEWAY.map((name, index) => ({
      title: name,
      values: VALUES[index],
      holdsTimes: index === 0,
      holdsDirections: index === 1,
    })),
    choices: {
      columns: { time: GATEWAY[0], direction: GATEWAY[1], messageId: GATEWAY[2], tls: GATEWAY[3], sender: GATEWAY[5] },
      direction: null,
    },
    missing: [],
    isMapped: false,
    ...more,
  },
});
const openForm = (message) => async (tab) => {
  await tab.evaluate((sent) => window.postMessage(sent, '*'), message);
  await tab.waitForSelector('#map-columns-form');
};

const unfoldWho = async (tab) => {
  const all = await tab.$('.show-all-insights');
  await (all && (await all.isVisible()) ? all.click() : undefined);
  await tab.click('.insight:first-child .who summary');
  await tab.click('.muted-insights summary');
};
const openMore = (tab) => tab.click('.insight:first-child .insight-more');
const compareWith = (shown) => async (tab) => {
  await tab.evaluate((sent) => window.postMessage(sent, '*'), { type: 'showComparison', comparison: shown });
  await tab.waitForSelector('#comparison[open]');
  await tab.waitForTimeout(300);
};
const askWhatIf = (hit) => async (tab) => {
  await answerQuestions(tab, undefined, { whatIf: impactOf(hit) });
  await tab.click('#what-if-open');
  await tab.waitForSelector('#impact[data-told="true"]');
  await tab.waitForTimeout(300);
};

const page = (name, state, themes, widths, more = {}) => ({
  name: `report-${name}`,
  start: { page: 'report', title, state },
  themes,
  widths,
  ...more,
});

export const CASES = [
  widget('rich', done(rich(7)), ALL, WIDGET),
  widget('gaps', done(gaps), TWO, [250, 800]),
  widget('italian', done(rich(7)), ['dark'], [250, 800], { italian: true }),
  widget('untold', done(untold), TWO, [250, 800]),
  widget('approximate', done(approximate), ['dark'], [250, 800]),
  widget('empty', { kind: 'empty' }, TWO, [250]),
  widget('reading', reading(rich(7)), TWO, [250, 800]),
  widget('reading-first', reading(null), ['contrast'], [250]),
  widget('failed', failed, TWO, [250]),
  widget('nothing', done(nothing), ['dark'], [250]),
  widget('cancelled', done(rich(7), true), ['light'], [250, 800]),
  page('rich', done(rich(30)), ALL, REPORT),
  page('search', done(rich(30)), ALL, REPORT, { act: search('CONTOSO 03-0') }),
  page('search-nothing', done(rich(30)), ALL, REPORT, { act: search('contoso frankfurt') }),
  page('search-italian', done(rich(30)), ['light'], [400, 1000], { act: search('si'), italian: true }),
  page('tlsusage', done(rich(30)), ALL, [400, 1000], { act: showTlsUsage }),
  page('filters', done(rich(30)), ALL, [400, 1200], { act: openFilters }),
  page('grouped', done(rich(30)), ALL, [400, 1200], { act: group }),
  page('menu', done(rich(30)), ALL, [400, 1200], { act: openMenu, fullPage: false, height: 1100 }),
  page('columns', done(rich(30)), TWO, [400, 1200], { act: openColumns }),
  page('table', done(rich(30)), TWO, [400, 1200], { act: showAsTable }),
  page('tlstable', done(rich(30)), TWO, [1200], { act: showTlsTable }),
  page('range', done(rich(30)), TWO, [800], { act: chooseDays }),
  page('gaps', done(gaps), ALL, [400, 1000], { act: showTlsUsage }),
  page('left-out', done(leftOut), ALL, [400, 1000], {
    act: filterByTls(async (tab) => {
      await tab.press('.day-slider', 'Home');
      await tab.keyboard.press('ArrowRight');
    }),
  }),
  page('left-out-table', done(leftOut), TWO, [1000], { act: filterByTls((tab) => tab.click('#as-table')) }),
  page('left-out-usage', done(leftOut), TWO, [1000], { act: filterByTls(showTlsUsage) }),
  page('years', done(years), TWO, [1000], { act: (tab) => tab.click('#all-days') }),
  page('insights', done(manyInsights), TWO, [400, 800, 1600]),
  page('who', { ...done(judged), baseline: BASELINE }, ALL, REPORT, { act: unfoldWho }),
  page('who-italian', { ...done(judged), baseline: BASELINE }, ['light'], [800], { act: unfoldWho, italian: true }),
  page('who-menu', done(judged), TWO, [800], { act: openMore, fullPage: false, height: 1000 }),
  page(
    'baseline-broken',
    { ...done(judged), baseline: { name: '.vscode/mail-flow-baseline.json', problem: 'it is no JSON' } },
    TWO,
    [400, 1000],
  ),
  page('comparison', done(rich(30)), ALL, [400, 1200], {
    act: compareWith(COMPARISON),
    fullPage: false,
    height: 1000,
  }),
  page('comparison-baseline', done(rich(30)), TWO, [1200], {
    act: compareWith({
      ...COMPARISON,
      comparison: { ...COMPARISON.comparison, directions: [], connectors: [] },
      hasInsightsOnly: true,
    }),
    fullPage: false,
  }),
  page('what-if', done(rich(30)), ALL, [400, 1200], { act: askWhatIf(true), fullPage: false, height: 1200 }),
  page('what-if-nothing', done(rich(30)), TWO, [1200], { act: askWhatIf(false), fullPage: false }),
  page('what-if-italian', done(rich(30)), ['light'], [800], {
    act: askWhatIf(true),
    italian: true,
    fullPage: false,
    height: 1200,
  }),
  page('italian', done(rich(30)), ['light'], [1000], { italian: true }),
  page('many', done(many), ['dark'], [1200]),
  page('many90', done(many), TWO, [1200], {
    act: async (tab) => {
      await tab.fill('#start-date', '2025-12-09');
      await tab.focus('.day-slider');
      await tab.keyboard.press('ArrowLeft');
    },
  }),
  page('tiny', done(tiny), TWO, [800], { act: showTlsUsage }),
  page('oneday', done(tiny), TWO, [800]),
  page('untold', done(untold), ['dark'], [800]),
  page('approximate', done(approximate), ['light'], [1000]),
  page('baddates', done(rich(30)), TWO, [1000], { act: (tab) => tab.fill('#end-date', '2026-02-20') }),
  page('reading', reading(rich(7)), ['dark'], [800]),
  page('failed', failed, TWO, [800]),
  page('unknown', unknown, ALL, [400, 1200]),
  page('unknown-italian', unknown, ['light'], [1000], { italian: true }),
  page('as-chosen', asChosen, TWO, [800]),
  page('mapped', done(mapped), TWO, [1000]),
  page('mapping', unknown, ALL, [400, 1000], { act: openForm(form()), fullPage: false, height: 1100 }),
  page('mapping-italian', unknown, ['dark'], [700], {
    act: openForm(form()),
    italian: true,
    fullPage: false,
    height: 1100,
  }),
  page('mapping-invalid', unknown, TWO, [700], {
    act: async (tab) => {
      const choices = { columns: { time: 'Größe' }, direction: null };
      await openForm(form({ choices, missing: ['TLS', 'Connector'], isMapped: true }))(tab);
      await tab.evaluate((sent) => window.postMessage(sent, '*'), {
        type: 'error',
        message: 'Unable to write into workspace settings because the file has errors.',
      });
    },
    fullPage: false,
    height: 1100,
  }),
  page('nothing', done(nothing), ['light'], [800]),
  page('several', done(several), TWO, [400, 1000], { act: openNoExports }),
  page('several-reading', readingSeveral, TWO, [400, 1000]),
  page('several-looking', looking, TWO, [400, 1000]),
  page('several-cancelled', done(halfRead, true), TWO, [400, 1000]),
  page('several-none', { ...failed, files: [] }, ['dark'], [800]),
  withNotes('changed', done(several), { changed: 2, added: 1, removed: 1, canRefresh: true }, ALL, [400, 1000]),
  withNotes('gone', done(rich(7)), { removed: 1, isOneFile: true }, TWO, [400, 1000]),
  withNotes('unsaved', done(rich(7)), { unsaved: 1, cutAt: 10_000, isOneFile: true }, TWO, [400], { italian: true }),
  page('cancelled', done(rich(7), true), ['contrast'], [800]),
  page('drill', done(rich(30)), ALL, REPORT, { act: drillInto(TLS10_CELL), fullPage: false, height: 1000 }),
  page('drill-cut', done(rich(30)), TWO, [400, 1200], {
    act: drillInto(TLS10_CELL, 'cut', '#show-lines'),
    fullPage: false,
    height: 1500,
  }),
  page('drill-untold', done(rich(30)), TWO, [1200], { act: drillInto(TLS10_CELL, 'untold'), fullPage: false }),
  page('drill-host', done(rich(30)), ALL, [400, 1200], {
    act: drillInto(TLS10_CELL, undefined, '.drill-table tbody tr:nth-child(2) .link'),
    fullPage: false,
    height: 1000,
  }),
  page('drill-connectors', done(rich(30)), TWO, [1200], {
    act: drillInto('#details .grid-foot [data-column="tls1.0"] .drill'),
    fullPage: false,
  }),
  page('drill-menu', done(rich(30)), TWO, [1200], {
    act: drillInto(TLS10_CELL, undefined, '#drill-copy'),
    fullPage: false,
  }),
  page('drill-italian', done(rich(30)), ['light'], [800], {
    act: drillInto(TLS10_CELL, 'cut'),
    italian: true,
    fullPage: false,
  }),
  page('flyout', done(rich(30)), ALL, [400, 1200], { act: openFlyout, fullPage: false, height: 1000 }),
  page('flyout-tiny', done(tiny), TWO, [400, 1200], { act: openFlyout, fullPage: false, height: 1200 }),
  page('flyout-italian', done(tiny), ['light'], [700], {
    act: openFlyout,
    italian: true,
    fullPage: false,
    height: 1000,
  }),
];
