import { copyFileSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const page = join(root, 'explorer');
const out = join(root, 'dist/explorer');

/** The licenses of all packages of which something is in the page. */
const licensesOf = (inputs) =>
  [...new Set(inputs.flatMap((path) => /^node_modules\/(?:.*node_modules\/)?(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []))].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    const file = readdirSync(join(root, folder)).find((entry) => /^licen[cs]e/i.test(entry));
    return [`${name} ${version} (${license})`, ...(file ? [readFileSync(join(root, folder, file), 'utf8').trim()] : [])].join('\n\n');
  });

const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: [join(page, 'page.js')],
  outdir: out,
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  define: { 'process.env.NODE_ENV': '"production"' },
  banner: { js: '// Licenses: /explorer/licenses.txt' },
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
});
for (const file of ['index.html', 'examples.json']) copyFileSync(join(page, file), join(out, file));
writeFileSync(join(out, 'licenses.txt'), `${licensesOf(Object.keys(metafile.inputs)).join(`\n\n${'-'.repeat(80)}\n\n`)}\n`);
