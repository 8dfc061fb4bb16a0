// @vitest-environment node
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { graphOf } from '../../../src/graph/graphOf.ts';
import { placeGraph } from '../../../src/graph/layout/placeGraph.ts';
import type { Box, PlacedEdge, PlacedGraph, PlacedNode, Point } from '../../../src/graph/placedGraph.ts';
import { longMachine } from '../longMachine.ts';
import { randomMachine } from '../randomMachine.ts';
import { tangledMachine } from '../tangledMachine.ts';

const seeds = Array.from({ length: 40 }, (_, seed) => seed);
const slack = 0.01;

function placed(definition: unknown): PlacedGraph {
  return placeGraph(graphOf(definition));
}

function isWithin(inner: Box, outer: Box): boolean {
  return inner.x >= outer.x - slack && inner.y >= outer.y - slack && inner.x + inner.width <= outer.x + outer.width + slack && inner.y + inner.height <= outer.y + outer.height + slack;
}

function liesIn({ x, y }: Point, box: Box): boolean {
  return x > box.x + slack && x < box.x + box.width - slack && y > box.y + slack && y < box.y + box.height - slack;
}

function overlap(a: Box, b: Box): boolean {
  return a.x + slack < b.x + b.width && b.x + slack < a.x + a.width && a.y + slack < b.y + b.height && b.y + slack < a.y + a.height;
}

/** Points all along the upright parts of a way; what is between them only bends from one to the next. */
function uprightPoints({ points }: PlacedEdge): readonly Point[] {
  return points.flatMap((point, index) => {
    const next = points[index + 1];
    return next?.x === point.x ? Array.from({ length: 21 }, (_, step) => ({ x: point.x, y: point.y + ((next.y - point.y) * step) / 20 })) : [];
  });
}

function endsOf(graph: PlacedGraph): readonly { readonly edge: PlacedEdge; readonly from: PlacedNode; readonly to: PlacedNode }[] {
  const nodes = new Map(graph.nodes.map((node) => [node.node.id, node]));
  return graph.edges.flatMap((edge) => {
    const [from, to] = [nodes.get(edge.edge.from), nodes.get(edge.edge.to)];
    return from === undefined || to === undefined ? [] : [{ edge, from, to }];
  });
}

function touches(point: Point | undefined, { x, y, width, height }: Box): boolean {
  const grown = { x: x - slack * 2, y: y - slack * 2, width: width + slack * 4, height: height + slack * 4 };
  return point !== undefined && liesIn(point, grown) && !liesIn(point, { x, y, width, height });
}

/** States and labels of one group that lie upon one another. */
function clashesIn({ nodes, edges }: PlacedGraph): readonly string[] {
  const things = [
    ...nodes.map((box) => ({ box, parent: box.node.parent, name: box.node.name })),
    ...edges.flatMap(({ edge, label }) => (label === null || edge.from === edge.to ? [] : [{ box: label, parent: edge.parent, name: edge.label }])),
  ];
  return things.flatMap((a, index) => things.slice(index + 1).flatMap((b) => (a.parent === b.parent && overlap(a.box, b.box) ? [`${a.name} and ${b.name}`] : [])));
}

/** States that a way of their group leads through. */
function piercedIn({ nodes, edges }: PlacedGraph): readonly PlacedNode[] {
  return edges.flatMap((edge) => nodes.filter((node) => node.node.parent === edge.edge.parent && uprightPoints(edge).some((point) => liesIn(point, node))));
}

function checkAll(definition: unknown): void {
  const graph = graphOf(definition);
  const result = placeGraph(graph);
  const whole = { x: 0, y: 0, width: result.width, height: result.height };
  const boxes = new Map(result.nodes.map((node) => [node.node.id, node]));

  expect(result.nodes.map(({ node }) => node)).toEqual(graph.nodes);
  expect(result.edges.map(({ edge }) => edge)).toEqual(graph.edges);
  expect(result.nodes.filter((node) => !isWithin(node, boxes.get(node.node.parent ?? '') ?? whole))).toEqual([]);
  expect(endsOf(result).filter(({ edge, from, to }) => !touches(edge.points.at(0), from) || !touches(edge.points.at(-1), to))).toEqual([]);
}

describe('placeGraph', () => {
  it.each(seeds)('places every state and every way, what is in a group within it, and ways from a border to a border (%i)', (seed) => {
    checkAll(randomMachine(seed));
  });

  it.each(seeds)('lets no state and no label lie upon another of the same group (%i)', (seed) => {
    expect(clashesIn(placed(randomMachine(seed)))).toEqual([]);
  });

  it.each(seeds)('leads no way through a state of the same group (%i)', (seed) => {
    expect(piercedIn(placed(randomMachine(seed)))).toEqual([]);
  });

  it('leads the ways that would pass very many rows around everything, with their labels', () => {
    const graph = placed(tangledMachine(120));
    expect([graph.edges.filter(({ edge, label }) => (label === null) !== (edge.label === '')), clashesIn(graph), piercedIn(graph)]).toEqual([[], [], []]);
    checkAll(tangledMachine(120));
  });

  it('leads a way back upward, from the lower state to the upper', () => {
    const { nodes, edges } = placed({ StartAt: 'Ask', States: { Ask: { Type: 'Pass', Next: 'Wait' }, Wait: { Type: 'Wait', Seconds: 1, Next: 'Ask' } } });
    const way = edges.find(({ edge }) => edge.from === '/States/Wait');
    const [ask, wait] = ['Ask', 'Wait'].map((name) => nodes.find(({ node }) => node.name === name));
    expect([way?.points.at(0)?.y, way?.points.at(-1)?.y]).toEqual([wait?.y, (ask?.y ?? NaN) + (ask?.height ?? NaN)]);
  });

  it('leads a way from a state to itself around its right side', () => {
    const { nodes, edges } = placed({ StartAt: 'A', States: { A: { Type: 'Choice', Choices: [], Default: 'A' } } });
    const right = nodes.filter(({ node }) => node.name === 'A').map(({ x, width }) => x + width);
    const way = edges.find(({ edge }) => edge.from === edge.to);
    expect([way?.points.at(0)?.x, way?.points.at(-1)?.x]).toEqual([...right, ...right]);
  });

  it('stands what follows one another in the definition from left to right', () => {
    const { nodes } = placed({
      StartAt: 'Which?',
      States: {
        'Which?': { Type: 'Choice', Choices: ['One', 'Two', 'Three'].map((name) => ({ Variable: '$.x', StringEquals: name, Next: name })), Default: 'Other' },
        Other: { Type: 'Fail' },
        Three: { Type: 'Succeed' },
        Two: { Type: 'Parallel', Branches: ['A', 'B', 'C'].map((name) => ({ StartAt: name, States: { [name]: { Type: 'Pass', End: true } } })), End: true },
        One: { Type: 'Succeed' },
      },
    });
    const fromLeft = nodes.toSorted((a, b) => a.x - b.x).map(({ node }) => node.name);
    expect(fromLeft.filter((name) => ['One', 'Two', 'Three', 'Other'].includes(name))).toEqual(['One', 'Two', 'Three', 'Other']);
    expect(fromLeft.filter((name) => ['A', 'B', 'C'].includes(name))).toEqual(['A', 'B', 'C']);
  });

  it('stands what goes well left of what is caught', () => {
    const { nodes } = placed(JSON.parse(readFileSync('../Orchestrations/Workflows/order-processing.asl.json', 'utf8')));
    const last = nodes.filter(({ node }) => ['orderConfirmation', 'orderFailed', 'orderRejected'].includes(node.name)).toSorted((one, other) => one.x - other.x);
    expect(last.map(({ node }) => node.name)).toEqual(['orderConfirmation', 'orderFailed', 'orderRejected']);
  });

  it('leaves the machine alone with its two ends when it has no states', () => {
    expect(placed({}).nodes.map(({ node }) => node.name)).toEqual(['Start', 'End']);
  });

  it.each([401, 3_000])('places a machine of %i states one after the other', (size) => {
    checkAll(longMachine(size));
  });

  it('places a machine of thousands of states that lead forth and back', () => {
    checkAll(tangledMachine(2_000));
  });
});
