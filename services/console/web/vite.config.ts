import { defaultClientConditions, defineConfig } from 'vite';

/** `vite build web` writes the page to `web/dist`, from where `src/app.ts` serves it. */
export default defineConfig({
  // Our own libs are read from their sources: the page needs no build but this one.
  resolve: { conditions: ['source', ...defaultClientConditions] },
  build: {
    target: 'es2022',
    // A data: URL would need its own line in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
