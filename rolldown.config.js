/**
 * What is published: the entries, and what they share, in few files that hold what they need of other packages too. A process that
 * validates one document spends most of its time on loading: Node takes about a millisecond for a file, and more than ten for the
 * first package that is CommonJS. The licences of what is taken in stand beside it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { defineConfig } from 'rolldown';
import { treeValidator } from './tree-validator.js';

const { exports, bin, dependencies, peerDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
const entries = [...Object.values(exports), ...Object.values(bin)].filter((path) => path.endsWith('.js'));
const nameOf = (path) => path.replace(/^(?:\.\/)?(?:dist|src)\//, '').replace(/\.[jt]s$/, '');

/** A package's name, version and licence; the text of it where the package brings it, as most do and saxes does not. */
function licenceOf(folder) {
  const { name, version, license, author } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  if (!license) throw new Error(`${name} does not say its licence`);
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  const text = file ? readFileSync(`${folder}/${file}`, 'utf8').trim() : `© ${author?.name ?? author}`;
  return `${name} ${version} (${license})\n\n${text}\n`;
}

const licences = {
  name: 'licences',
  generateBundle(_, bundle) {
    const modules = Object.values(bundle).flatMap(({ moduleIds = [] }) => moduleIds);
    const folders = modules.flatMap((id) => id.match(/^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0] ?? []);
    const source = [...new Set(folders)]
      .sort()
      .map(licenceOf)
      .join(`\n${'-'.repeat(80)}\n\n`);
    this.emitFile({ type: 'asset', fileName: 'THIRD-PARTY.txt', source });
  },
};

export default defineConfig({
  input: Object.fromEntries(entries.map((path) => [nameOf(path), `src/${nameOf(path)}.ts`])),
  // the library needs nothing of Node; what the command needs of it is imported by its name
  platform: 'neutral',
  resolve: { mainFields: ['module', 'main'] },
  external: [/^node:/, ...Object.keys({ ...dependencies, ...peerDependencies }).map((name) => new RegExp(`^${name}(?:/|$)`))],
  plugins: [treeValidator, licences],
  output: {
    dir: 'dist',
    cleanDir: true,
    entryFileNames: '[name].js',
    // what is loaded on demand stays where its source is, for it may look for files from there
    chunkFileNames: ({ facadeModuleId }) =>
      facadeModuleId?.includes('/src/') ? `${nameOf(relative('.', facadeModuleId))}.js` : 'shared/[name].js',
  },
});
