import { globSync } from 'node:fs';
import path from 'node:path';
import { defineConfig, type IndexHtmlTransformContext, type Plugin } from 'vite';

const root = path.join(import.meta.dirname, 'src/renderer');

/** React Aria brings its words in thirty languages; the page speaks these. */
const SPOKEN = ['en-US', 'es-ES'];
const ARIA_WORDS = /react-(?:aria|stately)[^/]*\/dist\/private\/intl\/.*?([a-z]{2}-[A-Z]{2})\.mjs$/;

/** Pieces of code that hold together: the little that asks for a vault's first note, then all that draws it. */
const GROUPS = [
  // It comes with whatever fetches code later, in the frame of diagrams too, which is no place for the page's own.
  { name: 'preload-helper', test: /vite\/preload-helper/, priority: 3 },
  { name: 'main', test: (id: string) => id === path.join(root, 'main.ts'), priority: 2 },
  { name: 'mount', test: (id: string) => id === path.join(root, 'mount.tsx'), priority: 1 },
];

type Bundle = NonNullable<IndexHtmlTransformContext['bundle']>;
const named = (bundle: Bundle, name: string) => {
  const found = Object.values(bundle).find((one) => one.type === 'chunk' && one.name === name);
  if (found?.type !== 'chunk') throw new Error(`the page has no ${name}`);
  return found;
};

const firstCode: Plugin = {
  name: 'portolan:first-code',
  /** The browser fetches what draws the page while it still reads the little that asks for it. */
  transformIndexHtml: {
    order: 'post',
    handler: (_, { bundle, path: address }) => {
      if (!bundle || !address.endsWith('index.html')) return [];
      const { fileName, viteMetadata } = named(bundle, 'mount');
      const link = (rel: string, file: string, more = {}) => ({
        tag: 'link',
        injectTo: 'head' as const,
        attrs: { rel, crossorigin: true, href: `./${file}`, ...more },
      });
      const styles = [...(viteMetadata?.importedCss ?? [])];
      return [
        link('modulepreload', fileName),
        ...styles.map((file) => link('preload', file, { as: 'style' })),
      ];
    },
  },
  /** The frame of diagrams must not run the page's code: it has no way to a host. */
  generateBundle(_, bundle) {
    const seen = new Set<string>();
    const visit = (file: string) => {
      const chunk = bundle[file];
      if (seen.has(file) || chunk?.type !== 'chunk') return;
      seen.add(file);
      if (chunk.name === 'main' || chunk.name === 'mount') this.error(`diagrams would run ${file}`);
      for (const next of [...chunk.imports, ...chunk.dynamicImports]) visit(next);
    };
    visit(named(bundle, 'mermaid').fileName);
  },
};

/** The page, for the window and the browser alike: `out/renderer`, with addresses relative to it. */
export default defineConfig({
  root,
  base: './',
  publicDir: false,
  plugins: [
    firstCode,
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
    // electron-vite would leave it as long as it is written, and a browser reads all of it before the first note.
    minify: true,
    // No `data:` where the policy of the page asks for files.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 4000,
    rolldownOptions: {
      input: globSync('*.html', { cwd: root }).map((name) => path.join(root, name)),
      output: { codeSplitting: { groups: GROUPS } },
    },
  },
  worker: { format: 'es' },
});
