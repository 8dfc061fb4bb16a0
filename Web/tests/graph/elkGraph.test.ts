// @vitest-environment node
import ELK from 'elkjs';
import { describe, expect, it } from 'vitest';
import { elkGraphOf, placedGraphOf } from '../../src/graph/elkGraph.ts';
import { graphOf } from '../../src/graph/graphOf.ts';
import type { Box } from '../../src/graph/placedGraph.ts';
import { randomMachine } from './randomMachine.ts';

const seeds = Array.from({ length: 40 }, (_, seed) => seed);

async function placed(definition: unknown) {
  const graph = graphOf(definition);
  return { graph, placed: placedGraphOf(graph, await new ELK().layout(elkGraphOf(graph))) };
}

function isWithin(inner: Box, outer: Box): boolean {
  const slack = 0.01;
  return inner.x >= outer.x - slack && inner.y >= outer.y - slack && inner.x + inner.width <= outer.x + outer.width + slack && inner.y + inner.height <= outer.y + outer.height + slack;
}

describe('placedGraphOf', () => {
  it.each(seeds)('places every state and every way, and what is in a group within it (%i)', async (seed) => {
    const { graph, placed: result } = await placed(randomMachine(seed));
    expect(result.nodes.map(({ node }) => node.id)).toEqual(graph.nodes.map(({ id }) => id));
    expect(result.edges.filter(({ points }) => points.length < 2)).toEqual([]);

    const boxes = new Map(result.nodes.map((node) => [node.node.id, node]));
    const whole = { x: 0, y: 0, width: result.width, height: result.height };
    expect(result.nodes.filter((node) => !isWithin(node, boxes.get(node.node.parent ?? '') ?? whole))).toEqual([]);
  });

  it('lets no state lie upon another of the same group', async () => {
    const { placed: result } = await placed(randomMachine(7));
    const clashes = result.nodes.flatMap((a, index) =>
      result.nodes.slice(index + 1).filter((b) => a.node.parent === b.node.parent && a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height),
    );
    expect(clashes).toEqual([]);
  });

  it('ends every way at the state it leads to, inside groups too', async () => {
    const { placed: result } = await placed({
      StartAt: 'M',
      States: { M: { Type: 'Map', ItemProcessor: { StartAt: 'A', States: { A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Pass', End: true } } }, End: true } },
    });
    const way = result.edges.find(({ edge }) => edge.parent === '/States/M');
    const target = result.nodes.find(({ node }) => node.name === 'B');
    expect(way?.points.at(-1)?.y).toBeCloseTo(target?.y ?? NaN, 3);
  });
});
