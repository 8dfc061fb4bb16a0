import { describe, expect, it } from 'vitest';
import { CanvasNodes } from '../../src/graph/canvasNodes.ts';
import type { PlacedNode } from '../../src/graph/placedGraph.ts';
import type { StateStatus } from '../../src/graph/stateStatus.ts';

function placed(name: string): PlacedNode {
  return { node: { id: name, kind: 'state', name, type: 'Pass', resource: '', parent: null, isGroup: false }, x: 0, y: 0, width: 100, height: 50 };
}

function looks(statuses: Record<string, StateStatus>) {
  return { statuses: new Map(Object.entries(statuses)), notes: undefined, selected: null, current: null };
}

describe('CanvasNodes', () => {
  it('makes new objects only of the nodes that look different', () => {
    const canvas = new CanvasNodes({ width: 100, height: 50, nodes: [placed('a'), placed('b')], edges: [] });
    const before = canvas.withLooks(looks({ a: 'inProgress' }));
    const after = canvas.withLooks(looks({ a: 'succeeded' }));
    expect(after.map(({ data }) => data.status)).toEqual(['succeeded', 'notStarted']);
    expect(after.map((node, index) => node === before[index])).toEqual([false, true]);
  });
});
