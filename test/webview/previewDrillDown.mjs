// Answers for the preview: who stood at the other side, and the lines that prove it.
const DAY = Date.UTC(2026, 2, 2);
const FILE = '/home/admin/exports/2026-03/MTDetail_2026-03-08.csv';

const peer = (sender, cipher, tls, messages, line) => ({
  sender,
  cipher,
  tls,
  messages,
  firstSeen: DAY,
  lastSeen: DAY + 6 * 86_400_000,
  first: { file: FILE, line },
});
const host = (name, peers, more = {}) => {
  const tls = [0, 0, 0, 0, 0, 0, 0, 0];
  for (const one of peers) {
    tls[['none', 'ssl3.0', 'tls', 'tls1.0', 'tls1.1', 'tls1.2', 'tls1.3', 'unknown'].indexOf(one.tls)] += one.messages;
  }
  const messages = tls.reduce((sum, count) => sum + count, 0);
  const { firstSeen, lastSeen, first } = peers[0];
  return {
    host: name,
    names: [],
    messages,
    tls,
    firstSeen,
    lastSeen,
    first,
    isFolded: false,
    peers,
    notListed: 0,
    ...more,
  };
};

const AES = 'TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA';
const HOSTS = [
  host(
    '203.0.113.5',
    [peer('contoso.example', AES, 'tls1.0', 120, 4711), peer('billing.contoso.example', AES, 'tls1.2', 80, 12)],
    { names: ['mail.contoso.example', 'relay-2.contoso.example', 'relay-1.contoso.example'] },
  ),
  host(
    'mail-gateway-17.with.a.very.long.name.datacenter.contoso.example',
    [
      peer('newsletter.contoso.example', '', 'tls1.0', 44, 90),
      peer('crm.contoso.example', 'TLS_RSA_WITH_3DES_EDE_CBC_SHA', 'tls1.0', 12, 91),
      peer('shop.contoso.example', AES, 'tls1.2', 5, 92),
      peer('', AES, 'tls1.2', 2, 93),
    ],
    { names: ['mail-gateway-17'] },
  ),
  ...Array.from({ length: 14 }, (_, index) =>
    host(
      `198.51.100.${index + 1}`,
      [peer('fabrikam.example', AES, index % 3 ? 'tls1.2' : 'none', 14 - index, 500 + index)],
      { names: index % 4 ? [`mx${index}.fabrikam.example`] : [] },
    ),
  ),
  host('', [peer('', '', 'tls1.0', 3, 9000)]),
];

/** Who stood at the other side, as the host would answer. */
function peersFor(query, variant) {
  const untold = variant === 'untold';
  const all = untold
    ? [host('', [peer('contoso.example', '', 'tls1.0', 300, 17), peer('', '', 'tls1.0', 40, 18)])]
    : HOSTS;
  const hosts = all.filter((one) => query.host === undefined || one.host === query.host);
  const counts = [0, 0, 0, 0, 0, 0, 0, 0];
  for (const one of hosts) {
    one.tls.forEach((count, state) => {
      counts[state] += count;
    });
  }
  const messages = counts.reduce((sum, count) => sum + count, 0);
  const isAll = query.host === undefined && !untold;
  return {
    connector: query.connector,
    tls: query.tls ?? null,
    period: query.period,
    messages: messages + (isAll ? 31 : 0),
    counts,
    aggregated: variant === 'cut' ? [0, 0, 0, 12, 0, 0, 0, 0] : [0, 0, 0, 0, 0, 0, 0, 0],
    hosts,
    notListed: variant === 'cut' ? { hosts: 12, messages: 31 } : { hosts: 0, messages: 0 },
    isFolded: variant === 'cut',
  };
}

const LINES = Array.from({ length: 200 }, (_, index) => ({ file: 0, line: 17 + index * 211 }));
const text = (line) =>
  `"2026-03-0${(line % 8) + 1}T10:00:00.0000000Z","203.0.113.5","mail.contoso.example","192.0.2.1","","08DC${line}","Contoso","SMTP","RECEIVE","<${line}@contoso.example>","S:FromEntity=Partner;S:tlsversion=SP_PROT_TLS1_0_SERVER;S:tlscipher=CALG_AES_256"`;

/** Answers what the page asks as a host would; `variant`: `cut` off, `untold` hosts; `results`: of other questions, by type. */
export async function answerQuestions(tab, variant, results = {}) {
  const known = LINES.map(({ line }) => ({ line, text: text(line), isCut: line % 5 === 0 }));
  await tab.exposeFunction('askedFor', (message) => {
    const { type, request, query, skip, lines } = message;
    switch (type) {
      case 'peers':
        return { type, request, peers: peersFor(query, variant) };
      case 'proofLines':
        return { type, request, list: { lines: LINES.slice(skip, skip + 200), total: 340 } };
      case 'lineTexts':
        return { type, request, texts: known.filter(({ line }) => lines.includes(line) && line !== 228) };
      default:
        return type in results ? { type, request, result: results[type] } : null;
    }
  });
  await tab.evaluate(() => {
    const push = window.posted.push.bind(window.posted);
    window.posted.push = (message) => {
      window.askedFor(message).then((answer) => answer && window.postMessage(answer, '*'));
      return push(message);
    };
  });
}
