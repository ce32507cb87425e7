import { defineConfig } from 'vite';

/** The page, for the window and the browser alike: `out/renderer`, with addresses relative to it. */
export default defineConfig({
  root: 'src/renderer',
  base: './',
  publicDir: false,
  build: {
    outDir: '../../out/renderer',
    emptyOutDir: true,
    target: 'chrome130',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 4000,
    rolldownOptions: { input: { index: 'src/renderer/index.html' } },
  },
  worker: { format: 'es' },
});
