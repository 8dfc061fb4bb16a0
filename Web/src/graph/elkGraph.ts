import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api';
import { groupedBy } from './groupedBy.ts';
import { measures, nodeHeight, nodeWidth, shortened, textWidth } from './measures.ts';
import type { Box, PlacedEdge, PlacedGraph, PlacedNode, Point } from './placedGraph.ts';
import type { GraphEdge, GraphNode, StateGraphModel } from './stateGraphModel.ts';

const spacing = {
  'elk.spacing.nodeNode': '40',
  'elk.spacing.edgeNode': '16',
  'elk.spacing.edgeEdge': '12',
  'elk.layered.spacing.nodeNodeBetweenLayers': '44',
  'elk.layered.spacing.edgeNodeBetweenLayers': '16',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '12',
};

const scopeOptions = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.edgeRouting': 'ORTHOGONAL',
  // No edge leaves its group, so each group is laid out by itself, which is much quicker.
  'elk.hierarchyHandling': 'SEPARATE_CHILDREN',
  // Branches stand beside one another only when they are laid out as one.
  'elk.separateConnectedComponents': 'false',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
  'elk.layered.nodePlacement.bk.fixedAlignment': 'BALANCED',
  'elk.layered.mergeEdges': 'false',
  ...spacing,
};

/** Above this many states the layout gives up a little beauty for time. */
const many = 500;

const thrift = {
  'elk.layered.layering.strategy': 'LONGEST_PATH',
  'elk.layered.thoroughness': '2',
};

/** What ELK is asked to lay out. */
export function elkGraphOf(graph: StateGraphModel): ElkNode {
  const options = graph.nodes.length > many ? { ...scopeOptions, ...thrift } : scopeOptions;
  const children = groupedBy(graph.nodes, (node) => node.parent);
  const edges = groupedBy(graph.edges, (edge) => edge.parent);

  const elkNodeOf = (node: GraphNode): ElkNode =>
    node.isGroup
      ? { id: node.id, ...within(node.id), layoutOptions: { ...options, ...groupOptions(node) } }
      : { id: node.id, width: nodeWidth(node), height: nodeHeight(node), layoutOptions: constraintOf(node) };
  const within = (parent: string | null): Pick<ElkNode, 'children' | 'edges'> => ({
    children: (children.get(parent) ?? []).map(elkNodeOf),
    edges: (edges.get(parent) ?? []).map(elkEdgeOf),
  });

  return { id: 'machine', ...within(null), layoutOptions: { ...options, 'elk.padding': '[top=16,left=16,bottom=16,right=16]' } };
}

function groupOptions(node: GraphNode): Record<string, string> {
  const padding = String(measures.groupPadding);
  return {
    'elk.padding': `[top=${String(measures.groupHeader)},left=${padding},bottom=${padding},right=${padding}]`,
    'elk.nodeSize.constraints': 'MINIMUM_SIZE',
    'elk.nodeSize.minimum': `(${String(nodeWidth(node))},${String(measures.groupHeader + measures.groupPadding)})`,
  };
}

function constraintOf(node: GraphNode): Record<string, string> {
  switch (node.kind) {
    case 'start':
      return { 'elk.layered.layering.layerConstraint': 'FIRST' };
    case 'end':
      return { 'elk.layered.layering.layerConstraint': 'LAST' };
    case 'state':
      return {};
  }
}

function elkEdgeOf(edge: GraphEdge): ElkExtendedEdge {
  const text = shortened(edge.label, measures.maxLabelLength);
  return {
    id: edge.id,
    sources: [edge.from],
    targets: [edge.to],
    labels: text === '' ? [] : [{ text, width: textWidth(text, measures.labelSize) + 8, height: measures.labelHeight }],
  };
}

/** Everything of the graph where ELK has put it. What ELK has not placed is left out. */
export function placedGraphOf(graph: StateGraphModel, laidOut: ElkNode): PlacedGraph {
  const boxes = new Map<string | null, Box>();
  const routes = new Map<string, ElkExtendedEdge>();
  collect(laidOut, null, { x: 0, y: 0 }, boxes, routes);

  return {
    width: laidOut.width ?? 0,
    height: laidOut.height ?? 0,
    nodes: graph.nodes.flatMap((node): PlacedNode[] => {
      const box = boxes.get(node.id);
      return box === undefined ? [] : [{ node, ...box }];
    }),
    edges: graph.edges.flatMap((edge): PlacedEdge[] => {
      const route = routes.get(edge.id);
      return route === undefined ? [] : [placedEdge(edge, route, boxes.get(edge.parent) ?? { x: 0, y: 0 })];
    }),
  };
}

function collect(parent: ElkNode, id: string | null, at: Point, boxes: Map<string | null, Box>, routes: Map<string, ElkExtendedEdge>): void {
  boxes.set(id, { ...at, width: parent.width ?? 0, height: parent.height ?? 0 });
  for (const edge of parent.edges ?? []) {
    routes.set(edge.id, edge);
  }

  for (const child of parent.children ?? []) {
    collect(child, child.id, shifted({ x: child.x ?? 0, y: child.y ?? 0 }, at), boxes, routes);
  }
}

function placedEdge(edge: GraphEdge, route: ElkExtendedEdge, origin: Point): PlacedEdge {
  const [section] = route.sections ?? [];
  const points = section === undefined ? [] : [section.startPoint, ...(section.bendPoints ?? []), section.endPoint];
  const [label] = route.labels ?? [];
  return {
    edge,
    points: points.map((point) => shifted(point, origin)),
    label:
      label === undefined
        ? null
        : { ...shifted({ x: label.x ?? 0, y: label.y ?? 0 }, origin), width: label.width ?? 0, height: label.height ?? 0 },
  };
}

function shifted(point: Point, by: Point): Point {
  return { x: point.x + by.x, y: point.y + by.y };
}
