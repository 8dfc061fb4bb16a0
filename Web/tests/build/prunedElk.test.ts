// @vitest-environment node
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ELK from 'elkjs/lib/elk-api';
import type { ElkNode, LayoutOptions } from 'elkjs/lib/elk-api';
import { afterAll, describe, expect, it } from 'vitest';
import { prunedElk } from '../../build/prunedElk.ts';
import { randomGraph } from './randomGraph.ts';

const require = createRequire(import.meta.url);
const whole = require.resolve('elkjs/lib/elk-worker.min.js');
const folder = mkdtempSync(join(tmpdir(), 'pruned-elk-'));
const pruned = join(folder, 'worker.cjs');
writeFileSync(pruned, prunedElk(readFileSync(whole, 'utf8')));

const layered = { 'elk.algorithm': 'layered', 'elk.direction': 'DOWN' };
const ways: Record<string, LayoutOptions> = {
  'as the console does': { ...layered, 'elk.hierarchyHandling': 'INCLUDE_CHILDREN', 'elk.edgeRouting': 'ORTHOGONAL' },
  'level by level': layered,
  'with splines': { ...layered, 'elk.edgeRouting': 'SPLINES', 'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX' },
  'in the order of the model': { ...layered, 'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES', 'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF' },
};

/** A worker of elkjs in this very process. */
function elkOf(file: string): InstanceType<typeof ELK> {
  const { Worker } = require(file) as { Worker: new (url?: string) => Worker }; // eslint-disable-line @typescript-eslint/consistent-type-assertions -- the file has no types of its own
  return new ELK({ algorithms: ['layered'], workerFactory: (url) => new Worker(url) });
}

describe('prunedElk', { timeout: 60_000 }, () => {
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(Object.entries(ways))('lays graphs out as the whole worker does, %s', async (_, layoutOptions) => {
    const [expected, found] = [elkOf(whole), elkOf(pruned)];
    for (let seed = 1; seed <= 4; seed++) {
      const graph = (): ElkNode => ({ ...randomGraph(seed), layoutOptions });
      expect(await found.layout(graph())).toEqual(await expected.layout(graph()));
    }
  });

  it('leaves a fifth out', () => {
    const [before, after] = [readFileSync(whole).length, readFileSync(pruned).length];
    expect(after / before).toBeLessThan(0.83);
  });

  it('says what it expected of a worker that it does not know', () => {
    expect(() => prunedElk('var a = 1;')).toThrow('Expected one place where elkjs chooses the algorithm, found 0.');
  });
});
