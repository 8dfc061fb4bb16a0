import { describe, expect, it } from 'vitest';
import { neighbourOf } from '../../src/graph/neighbourOf.ts';
import type { PlacedNode } from '../../src/graph/placedGraph.ts';

function placed(name: string, x: number, y: number): PlacedNode {
  return { node: { id: name, kind: 'state', name, type: 'Pass', resource: '', parent: null, isGroup: false }, x, y, width: 100, height: 50 };
}

const top = placed('top', 100, 0);
const left = placed('left', 0, 100);
const right = placed('right', 200, 100);
const below = placed('below', 100, 200);
const all = [top, left, right, below];

describe('neighbourOf', () => {
  it.each([
    [top, 'down', 'below'],
    [below, 'up', 'top'],
    [left, 'right', 'right'],
    [right, 'left', 'left'],
    [below, 'down', undefined],
    [left, 'left', undefined],
  ] as const)('%o: %s', (from, direction, expected) => {
    expect(neighbourOf(all, from, direction)?.node.name).toBe(expected);
  });
});
