import assert from 'node:assert/strict';
import { Random } from '../generate/random';
import { TRACE_HEADER, traceLine } from '../generate/traceRow';
import { assertAccounted } from './accounting';
import { reportOf, textInput } from './analyzing';
import { wildTrace } from './wildTrace';

describe('what becomes of a file’s rows', () => {
  it('is the same whatever other files are read with it, however many', async () => {
    const random = new Random(9);
    const inputs = Array.from({ length: 300 }, (_, n) =>
      textInput(wildTrace(random, random.integer(0, 25)), `${n}.csv`),
    );
    const together = await reportOf(inputs);
    assertAccounted(together, 'together');
    for (const [index, input] of inputs.entries()) {
      const [alone] = (await reportOf([input])).files;
      assert.deepEqual(together.files[index], alone, `file ${index}`);
    }
  });

  it('is the same in whatever order many rows of one message come', async () => {
    const random = new Random(10);
    for (let attempt = 0; attempt < 8; attempt++) {
      const [header = '', ...rows] = wildTrace(random, 900).split(/(?<="\r\n)(?=")/);
      const expected = (await reportOf([textInput([header, ...rows].join(''))])).files[0];
      const shuffled = textInput([header, ...random.shuffled(rows)].join(''));
      const found = (await reportOf([shuffled])).files[0];
      assertAccounted(await reportOf([shuffled]), `attempt ${attempt}`);
      assert.deepEqual([found?.used, found?.leftOut], [expected?.used, expected?.leftOut], `attempt ${attempt}`);
    }
  });

  it('is known of very many rows of one message', async () => {
    const row = { date_time_utc: '2026-03-02T08:15:00.0000000Z', network_message_id: 'a', source: 'SMTP' };
    const inside = traceLine({
      ...row,
      event_id: 'SEND',
      directionality: 'Incoming',
      custom_data: 'S:FromEntity=Hosted',
    });
    const border = traceLine({
      ...row,
      event_id: 'RECEIVE',
      directionality: 'Incoming',
      custom_data: 'S:FromEntity=Internet',
    });
    const rows = TRACE_HEADER + inside.repeat(70_000);
    const [alone] = (await reportOf([textInput(rows)])).files;
    assert.deepEqual([alone?.used, Object.values(alone?.leftOut ?? {})], [70_000, []]);
    const reports = await reportOf([textInput(rows + border, 'a.csv'), textInput(rows + border, 'b.csv')]);
    for (const { used, leftOut } of reports.files) {
      assert.deepEqual([used, leftOut], [1, { otherEvent: 70_000 }]);
    }
  });
});
