import { groupedBy } from '../groupedBy.ts';
import { letterings, measures, nodeHeight, nodeWidth, shortened } from '../measures.ts';
import type { PlacedEdge, PlacedGraph, PlacedNode, Point } from '../placedGraph.ts';
import type { GraphEdge, GraphNode, StateGraphModel } from '../stateGraphModel.ts';
import { textWidth } from '../textWidth.ts';
import { boundsOf, moved } from './placedParts.ts';
import type { PlacedParts } from './placedParts.ts';
import { placeScope } from './placeScope.ts';
import type { Link, Size } from './scopeParts.ts';

/** What is in a group, or in the machine itself, from its upper left corner. */
interface Contents extends PlacedParts, Size {}

/** Everything of a graph with a place. No edge leaves its group, so each group is laid out by itself, and those in others before these. */
export function placeGraph(graph: StateGraphModel): PlacedGraph {
  const contents = contentsOf(graph);
  const whole = contents.get(null);
  const origins = new Map<string | null, Point>([[null, { x: measures.margin, y: measures.margin }]]);
  const nodes = graph.nodes.flatMap((node): PlacedNode[] => {
    const [box, origin] = [contents.get(node.parent)?.boxes.get(node.id), origins.get(node.parent)];
    if (box === undefined || origin === undefined) {
      return [];
    }

    const placed = { ...box, x: origin.x + box.x, y: origin.y + box.y };
    const within = contents.get(node.id)?.width ?? 0;
    origins.set(node.id, { x: placed.x + (placed.width - within) / 2, y: placed.y + measures.groupHeader });
    return [{ node, ...placed }];
  });

  const ways = new Map([...contents].flatMap(([id, parts]) => [...moved(parts, origins.get(id) ?? { x: 0, y: 0 }).ways]));
  return {
    width: (whole?.width ?? 0) + 2 * measures.margin,
    height: (whole?.height ?? 0) + 2 * measures.margin,
    nodes,
    edges: graph.edges.flatMap((edge): PlacedEdge[] => {
      const way = ways.get(edge.id);
      return way === undefined ? [] : [{ edge, ...way }];
    }),
  };
}

function contentsOf(graph: StateGraphModel): ReadonlyMap<string | null, Contents> {
  const nodes = groupedBy(graph.nodes, ({ parent }) => parent);
  const edges = groupedBy(graph.edges, ({ parent }) => parent);
  const groups = graph.nodes.filter(({ isGroup }) => isGroup).map(({ id }) => id);
  const contents = new Map<string | null, Contents>();
  for (const group of [null, ...groups].toReversed()) {
    const parts = (nodes.get(group) ?? []).map((node) => ({ id: node.id, ...sizeOf(node, contents.get(node.id)) }));
    contents.set(group, fromCorner(placeScope(parts, (edges.get(group) ?? []).map(linkOf))));
  }

  return contents;
}

function sizeOf(node: GraphNode, contents: Contents | undefined): Size {
  return contents === undefined
    ? { width: nodeWidth(node), height: nodeHeight(node) }
    : {
        width: Math.max(nodeWidth(node), contents.width + 2 * measures.groupPadding),
        height: measures.groupHeader + contents.height + measures.groupPadding,
      };
}

function linkOf({ id, from, to, label }: GraphEdge): Link {
  const text = shortened(label, measures.maxLabelLength);
  return { id, from, to, label: text === '' ? null : { width: textWidth(text, letterings.label) + 8, height: measures.labelHeight } };
}

function fromCorner(parts: PlacedParts): Contents {
  const { x, y, width, height } = boundsOf(parts);
  return { ...moved(parts, { x: -x, y: -y }), width, height };
}
