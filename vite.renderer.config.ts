import { globSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from 'vite';

const root = path.join(import.meta.dirname, 'src/renderer');

/** React Aria brings its words in thirty languages; the page speaks these. */
const SPOKEN = ['en-US', 'es-ES'];
const ARIA_WORDS = /react-(?:aria|stately)[^/]*\/dist\/private\/intl\/.*?([a-z]{2}-[A-Z]{2})\.mjs$/;

/** The page, for the window and the browser alike: `out/renderer`, with addresses relative to it. */
export default defineConfig({
  root,
  base: './',
  publicDir: false,
  plugins: [
    {
      name: 'portolan:spoken-languages',
      load: (id) => {
        const language = ARIA_WORDS.exec(id.replaceAll(path.sep, '/'))?.[1];
        return language && !SPOKEN.includes(language) ? 'export default {};' : null;
      },
    },
  ],
  resolve: {
    alias: {
      // For browsers it comes in a form that needs a document, and Markdown is read in a worker.
      'decode-named-character-reference': path.join(
        import.meta.dirname,
        'node_modules/decode-named-character-reference/index.js',
      ),
    },
  },
  build: {
    outDir: path.join(import.meta.dirname, 'out/renderer'),
    emptyOutDir: true,
    target: 'chrome130',
    // No `data:` where the policy of the page asks for files.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 4000,
    rolldownOptions: { input: globSync('*.html', { cwd: root }).map((name) => path.join(root, name)) },
  },
  worker: { format: 'es' },
});
