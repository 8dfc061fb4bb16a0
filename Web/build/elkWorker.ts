import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';
import { prunedElk } from './prunedElk.ts';

const id = 'virtual:elk-worker';
const resolved = `\0${id}`;
const whole = createRequire(import.meta.url).resolve('elkjs/lib/elk-worker.min.js');

/** Gives `virtual:elk-worker`, the address of the worker that lays graphs out: the whole one while developing, the pruned one in what is built. */
export function elkWorker(): Plugin {
  let isBuilding = false;
  return {
    name: 'elk-worker',
    configResolved: ({ command }) => {
      isBuilding = command === 'build';
    },
    resolveId: (source) => (source === id ? resolved : undefined),
    load(source) {
      if (source !== resolved) {
        return undefined;
      }

      if (!isBuilding) {
        return `export { default } from ${JSON.stringify(`${whole}?url`)};`;
      }

      const file = this.emitFile({ type: 'asset', name: 'elk-worker.js', source: prunedElk(readFileSync(whole, 'utf8')) });
      return `export default import.meta.ROLLUP_FILE_URL_${file};`;
    },
  };
}
