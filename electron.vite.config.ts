import { globSync, rmSync } from 'node:fs';
import { defineConfig } from 'electron-vite';
import renderer from './vite.renderer.config.ts';

/**
 * `npm run build`: what Electron runs, in `out/`: the source without its types, file for file as in `src/`; the preload
 * script in one CommonJS file, as a sandbox wants it; the page. The terminal and the tests run the source itself.
 *
 * Workers are started by `new URL('./worker.ts', import.meta.url)` and resources are found relative to their module:
 * both hold in `out/` because it mirrors `src/`.
 */

/** The Electron that is built for; electron-vite asks the package, where it is installed. */
process.env.ELECTRON_MAJOR_VER ??= '45';

const FOLDERS = ['cli', 'common', 'contract', 'engine', 'host', 'main', 'rpc', 'server'];
const entries = globSync(`src/{${FOLDERS}}/**/*.ts`, {
  exclude: (name) => /\.(test|test-helper|fixture|d)\.ts$|(^|\/)testing(\/|$)/.test(String(name)),
});

export default defineConfig({
  main: {
    plugins: [
      {
        // Each part empties its own folders, so that one can be built without the others.
        name: 'portolan:empty',
        buildStart: () => {
          for (const folder of FOLDERS) rmSync(`out/${folder}`, { recursive: true, force: true });
        },
      },
      {
        name: 'portolan:worker-urls',
        transform: (code: string) =>
          code.replace(/(new URL\(\s*['"]\.{1,2}\/[^'"]+)\.ts(['"],\s*import\.meta\.url)/g, '$1.js$2'),
      },
    ],
    build: {
      outDir: 'out',
      emptyOutDir: false,
      // Syntax of the oldest Electron that the main process is tried on.
      target: 'node20.18',
      rolldownOptions: {
        input: Object.fromEntries(entries.map((file) => [file.slice('src/'.length, -'.ts'.length), file])),
        output: {
          format: 'es',
          preserveModules: true,
          preserveModulesRoot: 'src',
          entryFileNames: '[name].js',
        },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: 'src/preload/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer,
});
