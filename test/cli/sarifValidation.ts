import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020';
import type { SarifLog } from '../../src/core/export/sarif/sarif';

const SCHEMA = JSON.parse(readFileSync('test/fixtures/sarif/sarif-2.1.0.json', 'utf8')) as object;

/** Formats are looked at by the tests themselves: Ajv brings none along. */
const validate = new Ajv2020({ allErrors: true, strict: false, validateFormats: false }).compile(SCHEMA);

/** A SARIF log that its schema accepts. */
export function sarifIn(text: string): SarifLog {
  const log: unknown = JSON.parse(text);
  assert.ok(isValid(log), JSON.stringify(validate.errors));
  return log as SarifLog;
}

export function isValid(log: unknown): boolean {
  return validate(log) === true;
}
