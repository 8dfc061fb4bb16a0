/// <reference types="vitest/config" />
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { cloudscapeNames } from './build/cloudscapeNames.ts';
import { fontFiles } from './build/fontFiles.ts';
import { withoutFeatureNotices } from './build/withoutFeatureNotices.ts';

/** The server that `vite dev` sends the API's requests to. */
const server = process.env.TASKORCH_SERVER ?? 'http://127.0.0.1:8083';

export default defineConfig({
  plugins: [react(), withoutFeatureNotices(), cloudscapeNames(), fontFiles()],
  // The server writes a new nonce in its place for each answer.
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    target: 'es2022',
    // Nothing comes as a data: address, for the Content-Security-Policy lets only files of the origin in.
    assetsInlineLimit: 0,
    // One style sheet: pages share most of it, and it is much smaller whole than in parts.
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
  },
  worker: { format: 'es' },
  server: {
    // The samples of the start page are the repository's own.
    fs: { allow: ['..'] },
    proxy: {
      '/api': server,
      '/openapi': server,
      '/sign-in/oidc': server,
      // The wire protocol of Step Functions is a POST to the very address that the page is a GET of.
      '^/$': { target: server, bypass: (request) => (request.method === 'POST' ? undefined : request.url) },
    },
  },
  test: {
    environment: 'jsdom',
    include: ['tests/**/*.test.{ts,tsx}'],
    setupFiles: ['tests/setup.ts'],
    // No test is about how quick something is, and a busy machine may be slow.
    testTimeout: 120_000,
  },
});
