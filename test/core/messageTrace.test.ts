import assert from 'node:assert/strict';
import { Random } from '../generate/random';
import { assertAccounted } from './accounting';
import { figuresOf, reportOf, TODAY, textInput } from './analyzing';
import { count, type Figures, figuresIn, listed } from './oracle';
import { SHAPES, type TracedRow, wildRows } from './wildMessageTrace';

/** What a message trace holds, worked out in the plainest way. */
interface Truth {
  readonly figures: Figures;
  readonly internal: number;
  readonly used: number;
  readonly leftOut: Readonly<Record<string, number>>;
}

const WAITING = ['Failed', 'Pending', 'GettingStatus', 'None', 'Quarantined', 'FilteredAsSpam'];

/** `isOpen`: a row that is left out for another reason is not looked at once the order of day and month is known. */
function truthOf(rows: readonly TracedRow[], isOpen = false): Truth {
  const messages = new Map<string, { inbound: string[]; outbound: string[]; hops: number }>();
  const leftOut: Record<string, number> = {};
  const leave = (reason: string, records = 1): void => {
    leftOut[reason] = (leftOut[reason] ?? 0) + records;
  };
  let used = 0;
  for (const { traceId, messageId, received, fromIp, toIp, status } of rows) {
    const day = received.slice(0, 10);
    const id = traceId === '' ? messageId : traceId;
    const isWaiting = WAITING.includes(status);
    const [cameIn, wentOut] = [fromIp !== '', toIp !== '' && !isWaiting];
    const isFuture = day > TODAY && !(isOpen && (id === '' || (isWaiting && !cameIn && !wentOut)));
    if (!received.endsWith('Z')) {
      leave('malformed');
    } else if (isFuture) {
      leave('futureDay');
    } else if (id === '') {
      leave('noMessageId');
    } else {
      const message = messages.get(id) ?? { inbound: [], outbound: [], hops: 0 };
      if (cameIn || wentOut || !isWaiting) {
        messages.set(id, message);
      }
      message.inbound.push(...(cameIn ? [day] : []));
      message.outbound.push(...(wentOut ? [day] : []));
      if (cameIn || wentOut) {
        used++;
      } else if (isWaiting) {
        leave('notDelivered');
      } else {
        message.hops++;
      }
    }
  }
  const figures: Figures = new Map();
  let internal = 0;
  for (const { inbound, outbound, hops } of messages.values()) {
    for (const [direction, days] of Object.entries({ inbound, outbound })) {
      if (days.length > 0) {
        count(figures, direction, '(untold)', days.sort()[0] as string, 'unknown');
      }
    }
    if (inbound.length + outbound.length > 0) {
      leave('otherEvent', hops);
    } else {
      internal++;
      used += hops;
    }
  }
  return { figures, internal, used, leftOut: Object.fromEntries(Object.entries(leftOut).filter(([, n]) => n > 0)) };
}

describe('random message traces against a plain count', () => {
  for (const [shape, write] of Object.entries(SHAPES)) {
    it(shape, async () => {
      for (let seed = 1; seed <= 150; seed++) {
        const random = new Random(seed);
        const rows = wildRows(random, random.integer(1, 30));
        const truth = truthOf(rows, /American|German/.test(shape));
        const report = await reportOf([textInput(write(rows))]);
        const about = `seed ${seed}`;
        assertAccounted(report, about);
        const [file] = report.files;
        assert.equal(file?.format, 'message-trace', about);
        assert.deepEqual([file?.records, file?.used], [rows.length, truth.used], about);
        assert.deepEqual(file?.leftOut, truth.leftOut, about);
        assert.equal(report.internal, truth.internal, about);
        assert.deepEqual(listed(figuresIn(report)), listed(truth.figures), about);
      }
    });
  }

  it('in parts of any shape, given in any order', async () => {
    const shapes = Object.values(SHAPES);
    for (let seed = 1; seed <= 100; seed++) {
      const random = new Random(seed);
      const rows = wildRows(random, 30);
      // Each part's first row tells the order of day and month.
      const [first] = rows as [TracedRow];
      const parts = [rows.slice(0, 10), [first, ...rows.slice(10, 20)], [first, ...rows.slice(20)]];
      const inputs = parts.map((part, index) => textInput(random.pick(shapes)(part), `${index}`));
      const report = await reportOf(inputs, {}, random.shuffled([0, 1, 2]));
      const truth = truthOf(rows);
      assert.equal(report.internal, truth.internal, `seed ${seed}`);
      assert.deepEqual(listed(figuresIn(report)), listed(truth.figures), `seed ${seed}`);
    }
  });
});

describe('a message in a message trace and in another export', () => {
  const TRACE = (id: string, day: string): string =>
    `MessageTraceId,Received,FromIP,ToIP,Status\r\n${id},2026-03-${day}T08:00:00Z,192.0.2.10,,Delivered\r\n`;
  const ID = '00000000-0000-4000-8000-000000000001';
  const OTHERS = {
    'an Extended trace': `date_time_utc,source,event_id,network_message_id,directionality,connector_id,custom_data\r\n2026-03-03T08:00:00Z,SMTP,RECEIVE,${ID},Incoming,Fabrikam,S:tlsversion=TLS1_2\r\n`,
    'a requested report': `origin_timestamp_utc,network_message_id,sender_address,direction,connector_name,tls_version\r\n2026-03-03T08:00:00Z,${ID},kim@fabrikam.example,Received,Fabrikam,TLS1.2\r\n`,
  };
  for (const [about, other] of Object.entries(OTHERS)) {
    it(`counts once, with the TLS state and the connector of ${about}`, async () => {
      for (const order of [
        [0, 1],
        [1, 0],
      ]) {
        const report = await reportOf([textInput(TRACE(ID, '02'), 'a'), textInput(other, 'b')], {}, order);
        assert.deepEqual(
          report.connectors.map(({ name, tls, days }) => ({ name, tls, day: days[0]?.date })),
          [{ name: 'Fabrikam', tls: { 'tls1.2': 1 }, day: '2026-03-02' }],
        );
      }
    });
  }

  it('is one whatever the export: enhanced summary, Defender, message trace', async () => {
    const summary = `origin_timestamp_utc,network_message_id,directionality,connector_id\r\n2026-03-03T08:00:00Z,${ID},Incoming,Fabrikam\r\n`;
    const events = `Timestamp,NetworkMessageId,EmailDirection,Connectors\r\n2026-03-04T08:00:00Z,{${ID.toUpperCase()}},Inbound,\r\n`;
    const report = await reportOf([TRACE(ID, '05'), events, summary].map((text, index) => textInput(text, `${index}`)));
    assert.deepEqual(figuresOf(report), {
      ...figuresOf(report),
      period: { start: '2026-03-03', end: '2026-03-03' },
    });
    assert.deepEqual(
      report.connectors.map(({ name, messages }) => [name, messages]),
      [['Fabrikam', 1]],
    );
  });
});
