import assert from 'node:assert/strict';
import { ENGLISH_DOCUMENT_STRINGS } from '../../../src/core/document/documentWording';
import { explainAt } from '../../../src/core/document/explain';
import { tlsWordAt } from '../../../src/core/document/tlsWords';
import { parseTlsVersion, TLS_STATES } from '../../../src/core/model/tls';

const CONTEXT = { strings: ENGLISH_DOCUMENT_STRINGS, delimiter: ',', missingTlsMeansNone: false };

/** What is said where `mark` stands in a line. */
function said(line: string, mark: string, context = CONTEXT): string {
  const explanation = explainAt(line, line.indexOf(mark) + 1, context);
  return explanation?.blocks.join('\n') ?? '';
}

describe('an explanation', () => {
  it('finds versions in every spelling, and as what the engine takes them for', () => {
    for (const [word, state] of [
      ['SP_PROT_TLS1_0_SERVER', 'tls1.0'],
      ['SP_PROT-TLS1_1_CLIENT', 'tls1.1'],
      ['SP_PROT_TLS1_2_SERVER', 'tls1.2'],
      ['SP_PROT_SSL3_SERVER', 'ssl3.0'],
      ['TLS1_3', 'tls1.3'],
      ['TLS 1.0', 'tls1.0'],
      ['TLSv1', 'tls1.0'],
      ['TLSv1.2', 'tls1.2'],
    ] as const) {
      const line = `with ${word} here`;
      for (let position = 5; position <= 5 + word.length; position++) {
        assert.equal(tlsWordAt(line, position)?.text, word, `${word} at ${position}`);
      }
      assert.equal(TLS_STATES[parseTlsVersion(word)], state);
      assert.ok(said(line, word).startsWith(`**${ENGLISH_DOCUMENT_STRINGS[`tls.${state}`]}**`), word);
      assert.equal(tlsWordAt(line, 2), undefined);
    }
  });

  it('gives advice about what is given up, and a page about it', () => {
    const old = explainAt('TLS1.0', 3, CONTEXT);
    assert.equal(old?.page, 'upgrading-tls');
    assert.match(old?.blocks[0] ?? '', /switch on TLS 1\.2 or newer/);
    const current = explainAt('TLS1.2', 3, CONTEXT);
    assert.equal(current?.page, undefined);
    assert.doesNotMatch(current?.blocks[0] ?? '', /switch on/);
  });

  it('explains the line with which a session begins', () => {
    const line =
      'T,C,S,4,L,R,*,,"TLS protocol SP_PROT_TLS1_2_SERVER negotiation succeeded using bulk encryption algorithm CALG_3DES with strength 168 bits, MAC hash algorithm CALG_SHA1 with strength 160 bits and key exchange algorithm CALG_ECDHE with strength 256 bits"';
    assert.match(said(line, 'SP_PROT'), /Messages of this session behind this line travelled with it/);
    assert.match(said(line, 'CALG_3DES'), /A weak cipher/);
    assert.match(said(line, 'CALG_SHA1'), /SHA-1/);
    assert.match(said(line, 'CALG_ECDHE'), /keys made for this session alone/);
    assert.equal(said(line, 'strength'), '');
  });

  it('explains a custom_data cell, and a version within it first', () => {
    const cell = `'S:InboundConnectorData=Name=Contoso;ConnectorType=Partner';S:FromEntity=Partner;S:tlsversion=SP_PROT_TLS1_1_SERVER;S:Other=1`;
    const line = `x,"${cell}",y`;
    const items = said(line, 'FromEntity');
    assert.match(items, /^\*\*custom\\_data: 4 items\*\*/);
    assert.match(items, /TLS state that this row tells: TLS 1\.1/);
    assert.match(items, /\| InboundConnectorData \| Name=Contoso;ConnectorType=Partner \| Inbound connector/);
    assert.match(items, /\| Other \| 1 \| {2}\|/);
    const both = said(line, 'SP_PROT');
    assert.match(both, /^\*\*TLS 1\.1\*\*/);
    assert.match(both, /custom\\_data/);
    assert.equal(explainAt(line, line.length, CONTEXT), undefined);
  });

  it('says Unknown where a row tells no version, and No TLS only by the setting, of inbound rows', () => {
    const inbound = 'S:FromEntity=Internet;S:Other=1';
    const setting = { ...CONTEXT, missingTlsMeansNone: true };
    assert.match(said(inbound, 'Internet'), /Unknown/);
    assert.match(said(inbound, 'Internet', setting), /counts as No TLS/);
    assert.match(said('S:FromEntity=Hosted', 'Hosted', setting), /Unknown/);
  });

  it('explains the cell of a record that began in a line before', () => {
    assert.match(said('end of a subject",x', 'end'), /^$/);
    const line = 'end of, a subject","S:FromEntity=Internet",x';
    assert.match(said(line, 'Internet'), /custom\\_data: 1 item/);
  });

  it('takes what stands in a file as text, and bounds it', () => {
    const hostile = `S:tlsversion=<img src=x>|[a](command:evil);S:Long=${'x'.repeat(5000)};${Array.from({ length: 100 }, (_, key) => `S:K${key}=1`).join(';')}`;
    const markdown = said(hostile, 'img');
    assert.doesNotMatch(markdown, /<img|[^\\]\]\(command/);
    assert.ok(markdown.length < 4000, String(markdown.length));
    assert.match(markdown, /and 78 more/);
  });

  it('leaves a line alone that is too long for anybody', () => {
    assert.equal(explainAt(`S:FromEntity=Internet;${'x'.repeat(2_000_000)}`, 5, CONTEXT), undefined);
  });
});
