import assert from 'node:assert/strict';
import { Crossing } from '../../src/core/facts/facts';
import { FactsWriter } from '../../src/core/facts/factsWriter';
import { Names } from '../../src/core/reading/names';
import { MemoryBytes } from '../../src/core/stretch/memoryBytes';
import { PartReceiver, PartSender, type SentPart } from '../../src/core/stretch/sentParts';
import type { StretchPart } from '../../src/core/stretch/stretch';
import { StretchWorker } from '../../src/core/stretch/stretchWorker';
import { newInflateKernel } from '../../src/platform/kernels';
import { ownScanning } from '../../src/platform/node/scanning';
import { customData, TRACE_HEADER, traceLine } from '../generate/traceRow';
import { type EncodingName, encode } from './encodings';
import { TELLING } from './inStretches';

const trace = (host: string): string =>
  TRACE_HEADER +
  ['1', '2', '3']
    .map((message) =>
      traceLine({
        date_time_utc: '2026-03-02T08:15:00Z',
        source: 'SMTP',
        event_id: 'RECEIVE',
        directionality: 'Incoming',
        network_message_id: message,
        client_hostname: host,
        sender_address: `ann@fabrikam${message}.example`,
        custom_data: customData([['FromEntity', 'Internet']]),
      }),
    )
    .join('');

/** A thread's worker, and what it reads of files that are asked for. */
function newReader(): (text: string, encoding: EncodingName) => StretchPart {
  let bytes: Uint8Array = new Uint8Array(0);
  const open = (): MemoryBytes => new MemoryBytes(bytes);
  const host = { scanning: ownScanning(), inflateKernel: newInflateKernel, open, isCancelled: () => false };
  const worker = new StretchWorker(host, TELLING);
  return (text, encoding) => {
    bytes = encode(text, encoding);
    worker.close();
    return worker.begin({ location: 'a.csv' }, bytes.length).parts[0] as StretchPart;
  };
}

const texts = ({ facts }: StretchPart, field: number): (string | undefined)[] =>
  [0, 1, 2].map((row) => facts.names[facts.crossings[row * 10 + field] as number]);
const senders = ['fabrikam1.example', 'fabrikam2.example', 'fabrikam3.example'];

describe('texts of facts', () => {
  it('are sent once, and known to whoever receives the facts of later stretches', () => {
    const read = newReader();
    // The first rows show what such rows are: others are noted at once.
    read(trace('poste.é.example'), 'UTF-8');
    const [sender, receiver] = [new PartSender(), new PartReceiver()];
    const sent = (text: string, encoding: EncodingName): SentPart => structuredClone(sender.part(read(text, encoding)));
    const first = sent(trace('poste.é.example'), 'UTF-8');
    const again = sent(trace('poste.é.example'), 'UTF-8');
    const other = sent(trace('mail.example'), 'UTF-8');
    assert.deepEqual(again.facts.names.fresh, []);
    assert.deepEqual(other.facts.names.fresh, ['mail.example']);
    for (const [part, host] of [
      [first, 'poste.é.example'],
      [again, 'poste.é.example'],
      [other, 'mail.example'],
    ] as const) {
      const received = receiver.part(part);
      assert.deepEqual(texts(received, Crossing.host), [host, host, host]);
      assert.deepEqual(texts(received, Crossing.sender), senders);
    }
  });

  it('are not sent again because of a stretch that tells nothing', () => {
    const read = newReader();
    read(trace('mail.example'), 'UTF-8');
    const [sender, receiver] = [new PartSender(), new PartReceiver()];
    const sent = (part: StretchPart): SentPart => structuredClone(sender.part(part));
    receiver.part(sent(read(trace('mail.example'), 'UTF-8')));
    const nothing = { ...read('', 'UTF-8'), facts: new FactsWriter(new Names()).facts() };
    assert.equal(receiver.part(sent(nothing)).facts.names[0], '');
    const again = sent(read(trace('mail.example'), 'UTF-8'));
    assert.deepEqual(again.facts.names.fresh, []);
    assert.deepEqual(texts(receiver.part(again), Crossing.sender), senders);
  });

  it('are those of the encoding in which a file is read, whatever was read before', () => {
    const read = newReader();
    for (const encoding of ['UTF-8', 'Windows-1252', 'UTF-16LE', 'Windows-1252', 'UTF-8'] as const) {
      read(trace('poste.é.example'), encoding);
      const part = read(trace('poste.é.example'), encoding);
      assert.deepEqual(texts(part, Crossing.host), ['poste.é.example', 'poste.é.example', 'poste.é.example'], encoding);
      assert.deepEqual(texts(part, Crossing.sender), senders, encoding);
    }
  });

  it('are not taken for others where something is missing', () => {
    const read = newReader();
    const sender = new PartSender();
    sender.part(read(trace('mail.example'), 'UTF-8'));
    const second = sender.part(read(trace('other.example'), 'UTF-8'));
    assert.throws(() => new PartReceiver().part(second), /missing/);
  });
});
