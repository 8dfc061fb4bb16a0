import { describe, expect, it } from 'vitest';
import { letterings } from '../../src/graph/measures.ts';
import { pictureOf } from '../../src/graph/picture.ts';
import type { Palette } from '../../src/graph/picture.ts';
import type { PlacedGraph, PlacedNode } from '../../src/graph/placedGraph.ts';
import { svgOf } from '../../src/graph/svgOf.ts';

const look = { fill: '#fff', stroke: '#000' };
const palette: Palette = {
  background: '#fff', text: '#111', faint: '#222', edge: '#333', group: '#eee',
  statuses: { notStarted: look, inProgress: look, succeeded: { fill: '#0f0', stroke: '#080' }, failed: look, caughtError: look, cancelled: look },
};
const name = '<img src=x onerror="alert(1)"> & \u0007';
const state: PlacedNode = { node: { id: '/States/a', kind: 'state', name, type: 'Pass', resource: '', parent: null, isGroup: false }, x: 0, y: 0, width: 200, height: 52 };
const graph: PlacedGraph = { width: 200, height: 100, nodes: [state], edges: [] };

describe('pictureOf', () => {
  it('cuts what is written in a state to the width of the state', () => {
    const node = { ...state.node, name: 'WAREHOUSE_SUMMARY_OF_THE_WEEK', type: 'Task', resource: 'lambda:invoke WAREHOUSE_SUMMARY' };
    const { shapes } = pictureOf({ ...graph, nodes: [{ ...state, node }] }, undefined, palette);
    expect(shapes.filter(({ kind }) => kind === 'text')).toEqual([
      { kind: 'text', x: 100, y: 23, text: 'WAREHOUSE_SUMMAR…', lettering: letterings.name, fill: '#111' },
      { kind: 'text', x: 100, y: 40, text: 'Task · lambda:invoke WAREHO…', lettering: letterings.detail, fill: '#222' },
    ]);
  });
});

describe('svgOf', () => {
  it('writes names as text, never as markup', () => {
    const svg = svgOf(pictureOf(graph, undefined, palette));
    const read = new DOMParser().parseFromString(svg, 'image/svg+xml');
    expect(read.querySelector('parsererror')).toBeNull();
    expect(read.querySelector('img')).toBeNull();
    expect(svg).not.toContain('<img');
  });

  it('draws each text as wide as there is room for it, whatever fonts there are', () => {
    const read = new DOMParser().parseFromString(svgOf(pictureOf(graph, undefined, palette)), 'image/svg+xml');
    const widths = [...read.querySelectorAll('text')].map((text) => Number(text.getAttribute('textLength')));
    expect(widths).toHaveLength(2);
    expect(Math.min(...widths)).toBeGreaterThan(0);
    expect(Math.max(...widths)).toBeLessThanOrEqual(176);
  });

  it('fills a state with the colour of its status', () => {
    expect(svgOf(pictureOf(graph, new Map([[name, 'succeeded']]), palette))).toContain('fill="#0f0" stroke="#080"');
  });
});
