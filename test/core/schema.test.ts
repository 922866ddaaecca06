import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { REDACT_ALL, redact, redactedParts } from '../../src/core/export/redact';
import { reportJson } from '../../src/core/report/json';
import { reportOf, textInput } from './analyzing';
import { contentOf } from './exporting';
import { FIXTURES } from './fixtures';

const SCHEMA = JSON.parse(readFileSync(path.join(process.cwd(), 'docs/report.schema.json'), 'utf8')) as object;

describe('the JSON report keeps to docs/report.schema.json', () => {
  const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(SCHEMA);
  const assertValid = (report: unknown): void => {
    assert.ok(validate(report), JSON.stringify(validate.errors));
  };

  for (const { name, inputs, options } of FIXTURES) {
    it(name, async () => {
      assertValid(await reportOf(inputs, { ...options, thresholds: { share: 0, messages: 1 } }));
    });
  }

  it('a report of files that cannot be used', async () => {
    assertValid(
      await reportOf([textInput(''), textInput('name,age\n'), { path: 'a.bin', bytes: new Uint8Array(100) }]),
    );
  });

  it('a redacted report', async () => {
    const content = await contentOf((FIXTURES[0] ?? assert.fail()).inputs);
    for (const options of [
      REDACT_ALL,
      { connectors: false, files: 'folders' },
      { connectors: true, files: 'kept' },
    ] as const) {
      assertValid(JSON.parse(JSON.stringify(reportJson(redact(content, options).report, redactedParts(options)))));
    }
  });

  it('which is not satisfied by another report', async () => {
    const report = await reportOf(FIXTURES[0]?.inputs ?? []);
    assert.ok(!validate({ ...report, version: 2 }));
    assert.ok(!validate({ ...report, internal: -1 }));
    assert.ok(!validate({ ...report, redacted: ['names'] }));
    assert.ok(!validate({ ...report, connectors: [{ ...report.connectors[0], type: 'partner' }] }));
    assert.ok(!validate({ ...report, connectors: [{ ...report.connectors[0], tls: { 'TLS 1.0': 1 } }] }));
  });
});
