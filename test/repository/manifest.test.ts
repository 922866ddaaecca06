import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ENGLISH_DOCUMENT_STRINGS } from '../../src/core/document/documentWording';
import { ENGLISH_EXPORT_STRINGS } from '../../src/core/export/exportWording';
import { COLUMN_ROLES } from '../../src/core/model/columnMapping';
import { EXPORT_KINDS } from '../../src/core/model/exportKind';
import { RULE_IDS } from '../../src/core/model/ruleTable';
import { ENGLISH_PAGE_STRINGS } from '../../src/protocol/strings';

interface Manifest {
  readonly main: string;
  readonly icon: string;
  readonly bin: Record<string, string>;
  readonly activationEvents: readonly string[];
  readonly capabilities: { readonly untrustedWorkspaces: { readonly restrictedConfigurations: readonly string[] } };
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly keybindings: readonly { readonly command: string; readonly when: string }[];
    /** An entry has a command, or leads to a menu below it. */
    readonly menus: Record<
      string,
      readonly { readonly command?: string; readonly submenu?: string; readonly when?: string }[]
    >;
    readonly submenus: readonly { readonly id: string }[];
    readonly languages: readonly LanguageEntry[];
    readonly grammars: readonly { readonly language: string; readonly scopeName: string; readonly path: string }[];
    readonly customEditors: readonly { readonly viewType: string }[];
    readonly views: Record<string, readonly { readonly id: string }[]>;
    readonly configuration: { readonly properties: Record<string, unknown> };
  };
}

interface LanguageEntry {
  readonly id: string;
  readonly extensions?: readonly string[];
  readonly filenamePatterns?: readonly string[];
  readonly firstLine: string;
  readonly configuration: string;
}

interface MappingsSchema {
  readonly items: {
    readonly properties: {
      readonly columns: { readonly properties: Record<string, unknown> };
      readonly format: { readonly enum: readonly string[] };
    };
  };
}

interface ThresholdsSchema {
  readonly propertyNames: { readonly enum: readonly string[] };
}

const manifestText = readFileSync('package.json', 'utf8');
const manifest = JSON.parse(manifestText) as Manifest;
const strings = (file: string): Record<string, string> => JSON.parse(readFileSync(file, 'utf8'));
const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(path.join('src', name), 'utf8'))
  .join('\n');

describe('package.json', () => {
  it('names texts that package.nls.json has, in every language, and no others', () => {
    const named = [...manifestText.matchAll(/"%([^%"]+)%"/g)].map((match) => match[1] ?? '');
    const english = Object.keys(strings('package.nls.json'));
    assert.deepEqual([...new Set(named)].sort(), english.sort());
    for (const file of readdirSync('.').filter((name) => /^package\.nls\..+\.json$/.test(name))) {
      assert.deepEqual(Object.keys(strings(file)).sort(), english.sort(), file);
    }
  });

  it('declares the commands that are registered, and menus of declared ones', () => {
    const declared = manifest.contributes.commands.map(({ command }) => command).sort();
    const registered = [...sources.matchAll(/^\s*'(mailFlow\.\w+)': /gm)].map((match) => match[1] ?? '').sort();
    assert.deepEqual(declared, registered);
    const { menus, submenus, keybindings } = manifest.contributes;
    const keys = keybindings.map(({ command }) => ({ command, submenu: undefined }));
    for (const { command, submenu } of [...Object.values(menus).flat(), ...keys]) {
      const isDeclared = submenu === undefined ? declared.includes(command ?? '') : menus[submenu] !== undefined;
      assert.ok(isDeclared, command ?? submenu);
    }
    assert.deepEqual(
      submenus.map(({ id }) => id),
      Object.keys(menus).filter((id) => id.startsWith('mailFlow.')),
    );
  });

  it('declares the editor, the view and the settings that the sources name', () => {
    assert.deepEqual(
      manifest.contributes.customEditors.map(({ viewType }) => viewType),
      [/REPORT_VIEW_TYPE = '([^']+)'/.exec(sources)?.[1]],
    );
    assert.deepEqual(
      Object.values(manifest.contributes.views)
        .flatMap((views) => views.map(({ id }) => id))
        .sort(),
      [...sources.matchAll(/(?:WIDGET|ANALYSES)_VIEW = '([^']+)'/g)].map((match) => match[1]).sort(),
    );
    const read = [...sources.matchAll(/(?:settings|SECTION, uri\))\.get\('([\w.]+)'\)/g)].map(
      (match) => `mailFlow.${match[1]}`,
    );
    assert.deepEqual([...new Set(read)].sort(), Object.keys(manifest.contributes.configuration.properties).sort());
  });

  it('describes in the schema of mapped columns every role and every format', () => {
    const setting = manifest.contributes.configuration.properties['mailFlow.columnMappings'] as MappingsSchema;
    const { columns, format } = setting.items.properties;
    assert.deepEqual(Object.keys(columns.properties).sort(), [...COLUMN_ROLES].sort());
    const kinds = Object.keys(EXPORT_KINDS).filter((kind) => kind !== 'mapped-table');
    assert.deepEqual([...format.enum].sort(), kinds.sort());
  });

  it('keeps its keys to its own editors, apart from views beside them', () => {
    for (const { when } of manifest.contributes.keybindings) {
      assert.match(when, /^\(activeCustomEditorId == 'mailFlow\.report' \|\| .+\) && !sideBarFocus && !panelFocus/);
    }
  });

  it('leaves commands in the palette to any state, but for those that mean what a menu hands over', () => {
    const hidden = manifest.contributes.menus.commandPalette?.filter(({ when }) => when === 'false') ?? [];
    assert.deepEqual(hidden.map(({ command }) => command).sort(), ['mailFlow.analyzeSelection', 'mailFlow.copyName']);
  });

  it('describes in the schema of thresholds every rule', () => {
    const setting = manifest.contributes.configuration.properties['mailFlow.thresholds.rules'] as ThresholdsSchema;
    assert.deepEqual(setting.propertyNames.enum, RULE_IDS);
  });

  it('has a grammar for each language, which ships, and wakes up for it', () => {
    const { languages, grammars } = manifest.contributes;
    assert.deepEqual(
      grammars.map(({ language }) => language),
      languages.map(({ id }) => id),
    );
    for (const file of [
      ...grammars.map(({ path: grammar }) => grammar),
      ...languages.map((one) => one.configuration),
    ]) {
      assert.ok(file.startsWith('./syntaxes/'), file);
      JSON.parse(readFileSync(file, 'utf8'));
    }
    assert.ok(readFileSync('.vscodeignore', 'utf8').split('\n').includes('!syntaxes/**'));
    for (const { language, scopeName, path: grammar } of grammars) {
      assert.equal(JSON.parse(readFileSync(grammar, 'utf8')).scopeName, scopeName);
      assert.ok(manifest.activationEvents.includes(`onLanguage:${language}`), language);
    }
  });

  it('claims no ending, and names that are Exchange’s own alone', () => {
    for (const { id, extensions = [], filenamePatterns = [], firstLine } of manifest.contributes.languages) {
      assert.deepEqual(extensions, [], id);
      // VS Code tests it at the beginning of the line, whether it says so or not.
      assert.ok(firstLine.startsWith('^'), id);
      for (const pattern of filenamePatterns) {
        assert.match(pattern, /^(RECV|SEND|MSGTRK(M\[ADS\])?)(\[0-9\]){8}\*\.LOG$/);
      }
    }
  });

  it('shows entries in the menus of files and folders only where they make sense', () => {
    const ofFiles = /resourceExtname|resourceFilename|resourcePath/;
    for (const { command, when = '' } of manifest.contributes.menus['explorer/context'] ?? []) {
      const isOfFolders = when.startsWith('explorerResourceIsFolder && !listMultiSelection');
      assert.ok(isOfFolders || ofFiles.test(when), command);
      assert.match(when, /listMultiSelection/, command);
    }
  });

  it('wakes up for panels that come back, and follows no setting of an untrusted workspace that reads more files', () => {
    const viewType = /PANEL_VIEW_TYPE = '([^']+)'/.exec(sources)?.[1];
    assert.ok(manifest.activationEvents.includes(`onWebviewPanel:${viewType}`));
    const { restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
    for (const setting of ['mailFlow.autoAnalyze', 'mailFlow.baseline', 'mailFlow.definitionFiles']) {
      assert.ok(restrictedConfigurations.includes(setting), setting);
    }
  });

  it('activates narrowly', () => {
    for (const event of manifest.activationEvents) {
      assert.doesNotMatch(event, /^(\*|onStartupFinished)$/);
    }
  });
});

describe('translations', () => {
  const bundles = readdirSync('l10n').filter((name) => /^bundle\.l10n\..+\.json$/.test(name));
  const shown = new Set<string>(
    [ENGLISH_PAGE_STRINGS, ENGLISH_EXPORT_STRINGS, ENGLISH_DOCUMENT_STRINGS].flatMap((texts) => Object.values(texts)),
  );
  for (const match of sources.matchAll(/l10n\.t\(\s*'((?:[^'\\]|\\.)*)'/g)) {
    shown.add((match[1] ?? '').replace(/\\'/g, "'"));
  }

  it('exist in Italian', () => assert.deepEqual(bundles, ['bundle.l10n.it.json']));

  for (const bundle of bundles) {
    it(`are complete in ${bundle}, without texts that are not shown`, () => {
      const translated = strings(path.join('l10n', bundle));
      assert.deepEqual([...shown].filter((text) => !translated[text]).sort(), []);
      assert.deepEqual(
        Object.keys(translated)
          .filter((text) => !shown.has(text))
          .sort(),
        [],
      );
    });

    it(`keep the places for values in ${bundle}`, () => {
      for (const [english, text] of Object.entries(strings(path.join('l10n', bundle)))) {
        const places = (sentence: string): string[] => [...new Set(sentence.match(/\{\d\}/g) ?? [])].sort();
        assert.deepEqual(places(text), places(english), english);
      }
    });
  }
});
