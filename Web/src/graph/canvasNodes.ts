import type { Edge, Node } from '@xyflow/react';
import type { PlacedEdge, PlacedGraph, PlacedNode } from './placedGraph.ts';
import type { StateStatus } from './stateStatus.ts';

/** What a node on the canvas shows. */
export interface StateLook extends Record<string, unknown> {
  readonly placed: PlacedNode;
  /** Null where the graph shows no execution. */
  readonly status: StateStatus | null;
  readonly note: string;
  readonly selected: boolean;
  /** Whether the arrow keys have come here. */
  readonly current: boolean;
}

export type CanvasNode = Node<StateLook, 'state' | 'terminal'>;
export type CanvasEdge = Edge<{ readonly placed: PlacedEdge }, 'way'>;

export interface Looks {
  readonly statuses: ReadonlyMap<string, StateStatus> | undefined;
  readonly notes: ReadonlyMap<string, string> | undefined;
  readonly selected: string | null;
  readonly current: string | null;
}

/**
 * The nodes of the canvas. One that looks as it did before is the very same object as before, so that of thousands
 * of states only those that have changed are drawn again.
 */
export class CanvasNodes {
  private readonly drawn = new Map<string, CanvasNode>();

  constructor(private readonly graph: PlacedGraph) {}

  withLooks(looks: Looks): CanvasNode[] {
    return this.graph.nodes.map((placed) => {
      const look = lookOf(placed, looks);
      const before = this.drawn.get(placed.node.id);
      const node = before !== undefined && sameLook(before.data, look) ? before : canvasNode(look);
      this.drawn.set(placed.node.id, node);
      return node;
    });
  }
}

export function canvasEdgesOf(graph: PlacedGraph): CanvasEdge[] {
  return graph.edges.map((placed) => ({
    id: placed.edge.id,
    source: placed.edge.from,
    target: placed.edge.to,
    type: 'way',
    data: { placed },
  }));
}

function lookOf(placed: PlacedNode, { statuses, notes, selected, current }: Looks): StateLook {
  const isState = placed.node.kind === 'state';
  return {
    placed,
    status: statuses === undefined || !isState ? null : (statuses.get(placed.node.name) ?? 'notStarted'),
    note: isState ? (notes?.get(placed.node.name) ?? '') : '',
    selected: isState && placed.node.name === selected,
    current: placed.node.id === current,
  };
}

function sameLook(a: StateLook, b: StateLook): boolean {
  return a.placed === b.placed && a.status === b.status && a.note === b.note && a.selected === b.selected && a.current === b.current;
}

function canvasNode(look: StateLook): CanvasNode {
  const { node, x, y, width, height } = look.placed;
  return {
    id: node.id,
    type: node.kind === 'state' ? 'state' : 'terminal',
    position: { x, y },
    width,
    height,
    data: look,
    zIndex: node.isGroup ? -1 : 1,
  };
}
