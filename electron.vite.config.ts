import { globSync } from 'node:fs';
import { defineConfig } from 'electron-vite';

/**
 * `npm run build`: the source without its types, in `out/`, file for file as in `src/`. Development and tests run the
 * source itself; this is for packaging. Electron's main, preload and renderer join when the window does.
 *
 * Workers are started by `new URL('./worker.ts', import.meta.url)` and resources are found relative to their module:
 * both hold in `out/` because it mirrors `src/`.
 */

/** The Electron whose Node is built for; electron-vite asks the package, where it is installed. */
process.env.ELECTRON_MAJOR_VER ??= '42';

const entries = globSync('src/{cli,common,contract,engine}/**/*.ts', {
  exclude: (name) => /\.(test|test-helper|fixture|d)\.ts$|(^|\/)testing(\/|$)/.test(String(name)),
});

export default defineConfig({
  main: {
    plugins: [
      {
        name: 'portolan:worker-urls',
        transform: (code: string) =>
          code.replace(/(new URL\(\s*['"]\.{1,2}\/[^'"]+)\.ts(['"],\s*import\.meta\.url)/g, '$1.js$2'),
      },
    ],
    build: {
      outDir: 'out',
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
});
