import { defineConfig } from 'astro/config';

// Where the pages will be found, where they are put, and (in src/cms.ts) where their texts come from, is said by whoever builds.
export default defineConfig({
  site: process.env.SITE_URL ?? 'http://127.0.0.1:4321',
  outDir: process.env.OUT_DIR ?? './dist',
  output: 'static',
  trailingSlash: 'ignore',
  build: { format: 'directory', inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
});
