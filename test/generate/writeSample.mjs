// Writes the sample export anew: `node test/generate/writeSample.mjs`. Its text depends on test/generate/sampleTrace.ts alone.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

const root = path.join(import.meta.dirname, '../..');
const { outputFiles } = await build({
  absWorkingDir: root,
  entryPoints: ['test/generate/sampleTrace.ts'],
  bundle: true,
  format: 'esm',
  write: false,
});
const code = `data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`;
const { sampleTrace } = await import(code);
writeFileSync(path.join(root, 'media/sample/message-trace-sample.csv'), sampleTrace());
