import assert from 'node:assert/strict';
import { type LinePrefixStyle, PostfixLog, type PostfixOptions } from '../generate/postfixLog';
import { Random } from '../generate/random';
import { Totals } from '../generate/totals';
import { assertAccounted } from './accounting';
import { reportOf, textInput } from './analyzing';
import { assertSays } from './generated';
import { somePlaces, stretchedReport, TELLING, wholeReport } from './inStretches';
import { type Figures, figuresIn, listed } from './oracle';

const START = Date.UTC(2026, 2, 2, 22, 30);
const STYLES: readonly LinePrefixStyle[] = ['traditional', 'iso', 'isoLocal', 'rfc5424', 'priority', 'journal'];

function someOptions(seed: number, activities: number): PostfixOptions {
  const random = new Random(seed);
  return {
    seed,
    style: random.pick(STYLES),
    activities,
    atATime: random.integer(1, 12),
    start: START,
    step: random.pick([50, 3000]),
    serverLogs: random.chance(0.8),
    clientLogs: random.chance(0.8),
    hosts: random.pick([['mail'], ['mail', 'mx2.contoso.example']]),
  };
}

describe('Postfix logs', () => {
  it('say what a generator wrote, lines of processes interleaved', async () => {
    for (let seed = 1; seed <= 150; seed++) {
      const totals = new Totals();
      const options = someOptions(seed, 60);
      const lines = new PostfixLog(options, totals).lines();
      const report = await reportOf([textInput(lines.join(''))]);
      assertAccounted(report, `seed ${seed}`);
      assertSays(report, totals, `seed ${seed} ${options.style}`);
      assert.deepEqual(
        report.files[0]?.problems.map(({ line, reason }) => ({ line, reason })),
        untoldIn(options.style),
      );
    }
  });

  it('say the same in stretches of any size', async () => {
    let right = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const random = new Random(seed);
      const lines = new PostfixLog(someOptions(seed, 60), new Totals()).lines();
      const files = [{ path: 'mail.log', bytes: new TextEncoder().encode(lines.join('')) }];
      const expected = await wholeReport(files, TELLING);
      const stretched = await stretchedReport(files, TELLING, ({ length }) =>
        somePlaces(length, random.pick([100, 600, 3000]), random),
      );
      assert.deepEqual(stretched.report, expected, `seed ${seed}`);
      right += stretched.right;
    }
    assert.ok(right > 500, `${right} stretches were guessed rightly`);
  });

  it('say the same in two files, read in any order, but for what only lines of one file prove', async () => {
    for (let seed = 1; seed <= 60; seed++) {
      const random = new Random(seed);
      const lines = new PostfixLog(someOptions(seed, 60), new Totals()).lines();
      const whole = withoutProofs(figuresIn(await reportOf([textInput(lines.join(''))])));
      for (let attempt = 0; attempt < 5; attempt++) {
        const at = random.integer(0, lines.length);
        const parts = [lines.slice(0, at), lines.slice(at)].map((part, file) =>
          textInput(part.join(''), `${file}.log`),
        );
        const report = await reportOf(parts);
        assertAccounted(report, `seed ${seed}`);
        assert.deepEqual(withoutProofs(figuresIn(report)), whole, `seed ${seed}, split at ${at}`);
        assert.deepEqual(await reportOf(parts, {}, [1, 0]), report, `seed ${seed}, split at ${at}, read backwards`);
        const twice = await reportOf([...parts, ...parts]);
        assert.deepEqual(twice.connectors, report.connectors, `seed ${seed}, split at ${at}, given twice`);
      }
    }
  });

  it('are of the latest year that is not in the future, each line by itself', async () => {
    const days = ['Dec 31', 'Jan  1', 'Mar 31', 'Apr  1', 'Feb 29'];
    const lines = days.map((day, id) => delivery(`${day} 08:00:00 mail`, id));
    const report = await reportOf([textInput(lines.join(''))]);
    assert.deepEqual(
      report.connectors[0]?.days.map(({ date }) => date),
      ['2024-02-29', '2025-04-01', '2025-12-31', '2026-01-01', '2026-03-31'],
    );
  });

  it('of which a line tells no time that can be read are accounted for', async () => {
    const lines = ['Mar  2 08:00:00 mail', 'Mrz  2 08:00:00 mail', 'Mar  2 25:00:00 mail', '2026-13-02T08:00:00Z mail'];
    const report = await reportOf([textInput(lines.map(delivery).join(''))]);
    assert.deepEqual(
      report.files[0]?.problems.filter(({ line }) => line > 0).map(({ line, reason }) => ({ line, reason })),
      [2, 3, 4].map((line) => ({ line, reason: 'badTime' })),
    );
    assert.deepEqual([report.files[0]?.used, report.files[0]?.leftOut], [1, { malformed: 3 }]);
  });

  it('are told by a time and a program of Postfix, not by a word', async () => {
    const others = [
      'Mar  2 08:00:00 mail sshd[1]: see postfix/smtpd[1]: connect\n',
      'The file postfix/main.cf is read by postfix/smtpd[12]: it matters\n',
      'Mar  2 08:00:00 mail dovecot: imap-login: Login\n',
      '2026-03-02 08:00:00 INFO postfix/queue is empty\n',
    ];
    for (const text of others) {
      assert.equal((await reportOf([textInput(text)])).files[0]?.format, null, text);
    }
  });

  it('tell no TLS where a service does not write it down, also where another one does', async () => {
    const tls =
      'Mar  2 08:00:00 mail postfix/smtp[9]: Trusted TLS connection established to a[192.0.2.1]:25: TLSv1.3 with cipher X (1/1 bits)\n';
    const other = delivery('Mar  2 08:00:00 mail', 1).replace('postfix/smtp', 'postfix/relay/smtp');
    const begin = 'Mar  2 07:00:00 mail postfix/qmgr[1]: A: removed\n';
    assert.deepEqual((await reportOf([textInput(begin + other + tls)])).directions.outbound.tls, { unknown: 1 });
    const same = tls.replace('postfix/smtp', 'postfix/relay/smtp');
    assert.deepEqual((await reportOf([textInput(begin + other + same)])).directions.outbound.tls, { none: 1 });
  });
});

/** A line of a message that left, behind its time and host. */
function delivery(begin: string, id: number): string {
  const items = 'delay=0, delays=0/0/0/0, dsn=2.0.0, status=sent (250 OK)';
  return `${begin} postfix/smtp[${id + 1}]: ${id}A: to=<a@b.example>, relay=mx.b.example[192.0.2.1]:25, ${items}\n`;
}

/** Figures in which No TLS and unknown are one: a log that begins later proves less. */
function withoutProofs(figures: Figures): string[] {
  const sums: Figures = new Map();
  for (const [key, messages] of figures) {
    const same = key.replace(/\| (?:none|unknown)$/, '| none or unknown');
    sums.set(same, (sums.get(same) ?? 0) + messages);
  }
  return listed(sums);
}

function untoldIn(style: LinePrefixStyle): object[] {
  const isTold = ['iso', 'isoLocal', 'rfc5424'].includes(style);
  return isTold ? [] : ['yearNotTold', 'zoneNotTold'].map((reason) => ({ line: 0, reason }));
}
