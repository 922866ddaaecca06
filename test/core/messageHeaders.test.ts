import assert from 'node:assert/strict';
import { receivedTls } from '../../src/core/formats/headers/receivedTls';
import { TLS_STATES } from '../../src/core/model/tls';
import { parseMailDate } from '../../src/core/reading/mailDate';
import { reportOf, textInput } from './analyzing';

const HOP =
  'Received: from mx.fabrikam.example (192.0.2.1) by A.mail.protection.outlook.com (10.0.0.1) with Microsoft SMTP Server (version=TLS1_2, cipher=X) id 15 via Frontend Transport; Mon, 2 Mar 2026 08:00:00 +0000';

const FORMS: readonly (readonly [value: string, state: string, cipher: string])[] = [
  ['with Microsoft SMTP Server (version=TLS1_2, cipher=TLS_A_P256) id 15.1', 'tls1.2', 'TLS_A_P256'],
  ['with Microsoft SMTP Server (TLS) id 14.3.266.1', 'tls', ''],
  ['with Microsoft SMTP Server id 14.3.408.0', 'none', ''],
  ['with ESMTP id a (version=TLSv1/SSLv3 cipher=AES256-SHA bits=256 verify=OK)', 'tls', 'AES256-SHA'],
  ['with ESMTPS id a (version=TLSv1.3 cipher=TLS_A bits=256 verify=NO)', 'tls1.3', 'TLS_A'],
  ['with ESMTPS id a (version=TLSv1 cipher=AES128-SHA bits=128 verify=NO)', 'tls1.0', 'AES128-SHA'],
  ['with ESMTPS id a (version=TLS1_3 cipher=TLS_A bits=256/256)', 'tls1.3', 'TLS_A'],
  [
    '(using TLSv1 with cipher DHE-RSA-AES256-SHA (256/256 bits)) by x (Postfix) with ESMTPS',
    'tls1.0',
    'DHE-RSA-AES256-SHA',
  ],
  ['(using TLSv1.2 with cipher ADH (256/256 bits)) by x (Postfix) with ESMTP', 'tls1.2', 'ADH'],
  ['with esmtps (TLS1.2:ECDHE_RSA:256) (Exim 4.92)', 'tls1.2', 'ECDHE_RSA'],
  ['with esmtpsa (TLSv1:AES256-SHA:256)', 'tls1.0', 'AES256-SHA'],
  ['with esmtps  (TLS1.3) tls TLS_AES_256_GCM_SHA384', 'tls1.3', 'TLS_AES_256_GCM_SHA384'],
  ['with SSL3-SMTP', 'unknown', ''],
  ['with ESMTPS id a', 'tls', ''],
  ['with UTF8SMTPS id a', 'tls', ''],
  ['with ESMTP id a', 'unknown', ''],
  ['with HTTP', 'unknown', ''],
  ['with mapi id 15.20', 'unknown', ''],
];

describe('message headers', () => {
  it('tell TLS in the forms of many servers, and No TLS in Microsoft’s alone', () => {
    for (const [value, state, cipher] of FORMS) {
      const told = receivedTls(value);
      assert.deepEqual([TLS_STATES[told.tls], told.cipher], [state, cipher], value);
    }
  });

  it('have dates with offsets, zones and comments', () => {
    const at = (text: string) => {
      const time = parseMailDate(text);
      return time === undefined ? undefined : new Date(time).toISOString();
    };
    assert.equal(at('Wed, 8 May 2019 11:30:07 +0000'), '2019-05-08T11:30:07.000Z');
    assert.equal(at(' 8 May 19 11:30 -0730 (comment)'), '2019-05-08T19:00:00.000Z');
    assert.equal(at('Sun, 1 Mar 2026 23:30:00 -0800 (PST)'), '2026-03-02T07:30:00.000Z');
    assert.equal(at('Sun, 01 Mar 2026 23:30:00 PST'), '2026-03-02T07:30:00.000Z');
    assert.equal(at('Sun, 01 Mar 2026 23:30:00 GMT'), '2026-03-01T23:30:00.000Z');
    for (const none of [
      '',
      'today',
      '31 Feb 2026 08:00:00 +0000',
      '1 Foo 2026 08:00:00 +0000',
      '1 Mar 2026 25:00:00',
    ]) {
      assert.equal(at(none), undefined, none);
    }
  });

  it('are told by a block of headers, not by a colon', async () => {
    const others = [
      'Note: this is text\nReceived: from a by b\nand so on\n',
      'name: value\nother: value\n\nReceived: from a by b\n',
      'To: all\nSubject: minutes\n\nText\n',
      'Received,from,by\n1,2,3\n',
      'Received: yesterday\n',
      'http://a.example/b\n',
    ];
    for (const text of others) {
      assert.equal((await reportOf([textInput(text)])).files[0]?.format, null, text);
    }
    for (const text of [
      HOP,
      `\n\n${HOP}\n`,
      `X-A: b\n${HOP}`,
      `From a@b.example Mon Mar  2 08:00:00 2026\n${HOP}\n\nText\n`,
    ]) {
      assert.equal((await reportOf([textInput(text)])).directions.inbound.messages, 1, text);
    }
  });

  it('without Received are a message whose way is not told', async () => {
    const text = 'From: a@b.example\nTo: c@d.example\nSubject: e\nMessage-ID: <f@b.example>\n\nText\n';
    const { files } = await reportOf([textInput(text)]);
    assert.deepEqual(
      [files[0]?.format, files[0]?.records, files[0]?.leftOut],
      ['message-headers', 1, { noBorderHop: 1 }],
    );
  });

  it('stop at an empty line, however long the text behind it is, and wherever it looks like headers', async () => {
    const quoted = `${HOP}\nMessage-ID: <quoted@b.example>\n`;
    for (const body of [`Hello\n\n${quoted}`, `${quoted}\nSee above.\n`, `--b\n\n${quoted}\n--b--\n`]) {
      const { directions, files } = await reportOf([textInput(`${HOP}\nMessage-ID: <a@b.example>\n\n${body}`)]);
      assert.equal(directions.inbound.messages, 1, body);
      assert.equal(files[0]?.used, 1, body);
    }
  });

  it('of one message in two files, of which one names its network message id alone, are not taken for another', async () => {
    const id = 'X-MS-Exchange-Organization-Network-Message-Id: 11112222-3333-4444-5555-666677778888\n';
    const texts = [`${HOP}\n${id}`, `${id}${HOP.replace('TLS1_2', 'TLS1_3')}\nMessage-ID: <a@b.example>\n`];
    const report = await reportOf(texts.map((text) => textInput(text)));
    assert.deepEqual(report.directions.inbound.tls, { 'tls1.2': 1 });
  });
});
