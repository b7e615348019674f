/**
 * What is published: the entries, and what they share, in few files that hold what they need of other packages too. A process that
 * validates one document spends most of its time on loading: Node takes about a millisecond for a file, and more than ten for the
 * first package that is CommonJS. The licences of what is taken in stand beside it.
 */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { defineConfig } from 'rolldown';
import license from 'rollup-plugin-license';

const { exports, bin, dependencies, peerDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
const entries = [...Object.values(exports), ...Object.values(bin)].filter((path) => path.endsWith('.js'));
const nameOf = (path) => path.replace(/^(?:\.\/)?(?:dist|src)\//, '').replace(/\.[jt]s$/, '');

export default defineConfig({
  input: Object.fromEntries(entries.map((path) => [nameOf(path), `src/${nameOf(path)}.ts`])),
  // the library needs nothing of Node; what the command needs of it is imported by its name
  platform: 'neutral',
  resolve: { mainFields: ['module', 'main'] },
  external: [/^node:/, ...Object.keys({ ...dependencies, ...peerDependencies }).map((name) => new RegExp(`^${name}(?:/|$)`))],
  plugins: [license({ thirdParty: { output: 'dist/THIRD-PARTY.txt' } })],
  output: {
    dir: 'dist',
    cleanDir: true,
    entryFileNames: '[name].js',
    // what is loaded on demand stays where its source is, for it may look for files from there
    chunkFileNames: ({ facadeModuleId }) =>
      facadeModuleId?.includes('/src/') ? `${nameOf(relative('.', facadeModuleId))}.js` : 'shared/[name].js',
  },
});
