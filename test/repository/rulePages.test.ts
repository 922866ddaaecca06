import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { RULE_IDS } from '../../src/core/model/ruleTable';
import { ENGLISH_WORDING, insightTitle } from '../../src/core/report/wording';

const FOLDER = 'docs/rules';

describe('the pages about rules', () => {
  const pages = readdirSync(FOLDER);

  it('are one for each rule, under its title and id', () => {
    for (const rule of RULE_IDS) {
      const text = readFileSync(path.join(FOLDER, `${rule}.md`), 'utf8');
      assert.ok(text.startsWith(`# ${insightTitle(ENGLISH_WORDING, rule, false)}\n\n\`${rule}\`\n`), rule);
      for (const heading of ['## Why it matters', '## What to do', '## How to verify']) {
        assert.ok(text.includes(`\n${heading}\n`), `${rule}: ${heading}`);
      }
    }
    const rules: readonly string[] = RULE_IDS;
    assert.deepEqual(
      pages.filter((page) => !rules.includes(page.replace(/\.md$/, ''))),
      ['upgrading-tls.md'],
    );
  });

  it('link to pages and headings that exist', () => {
    let links = 0;
    for (const page of pages) {
      const text = readFileSync(path.join(FOLDER, page), 'utf8');
      for (const [, target = ''] of text.matchAll(/\]\(([^)]+)\)/g)) {
        const [file = '', heading] = target.split('#');
        const linked = path.join(FOLDER, file === '' ? page : file);
        assert.ok(existsSync(linked), `${page} links to ${target}`);
        const headings = [...readFileSync(linked, 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
          slugOf(title),
        );
        assert.ok(heading === undefined || headings.includes(heading), `${page} links to ${target}`);
        links++;
      }
    }
    assert.ok(links > 10);
  });
});

/** A heading's anchor as Markdown viewers make it. */
function slugOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .trim()
    .replace(/\s+/g, '-');
}
