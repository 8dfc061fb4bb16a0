import { describe, expect, it } from 'vitest';
import { pictureOf } from '../../src/graph/picture.ts';
import type { Palette } from '../../src/graph/picture.ts';
import type { PlacedGraph } from '../../src/graph/placedGraph.ts';
import { svgOf } from '../../src/graph/svgOf.ts';

const look = { fill: '#fff', stroke: '#000' };
const palette: Palette = {
  background: '#fff', text: '#111', faint: '#222', edge: '#333', group: '#eee',
  statuses: { notStarted: look, inProgress: look, succeeded: { fill: '#0f0', stroke: '#080' }, failed: look, caughtError: look, cancelled: look },
};
const name = '<img src=x onerror="alert(1)"> & \u0007';
const graph: PlacedGraph = {
  width: 200, height: 100,
  nodes: [{ node: { id: '/States/a', kind: 'state', name, type: 'Pass', resource: '', parent: null, isGroup: false }, x: 0, y: 0, width: 200, height: 52 }],
  edges: [],
};

describe('svgOf', () => {
  it('writes names as text, never as markup', () => {
    const svg = svgOf(pictureOf(graph, undefined, palette));
    const read = new DOMParser().parseFromString(svg, 'image/svg+xml');
    expect(read.querySelector('parsererror')).toBeNull();
    expect(read.querySelector('img')).toBeNull();
    expect(svg).not.toContain('<img');
  });

  it('fills a state with the colour of its status', () => {
    expect(svgOf(pictureOf(graph, new Map([[name, 'succeeded']]), palette))).toContain('fill="#0f0" stroke="#080"');
  });
});
