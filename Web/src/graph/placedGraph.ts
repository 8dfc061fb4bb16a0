import type { GraphEdge, GraphNode } from './stateGraphModel.ts';

/** A graph with a place for everything, in pixels from the upper left corner of the whole. */
export interface PlacedGraph {
  readonly width: number;
  readonly height: number;
  /** Groups come before what is in them, so that they are painted beneath. */
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
}

export interface PlacedNode extends Box {
  readonly node: GraphNode;
}

export interface PlacedEdge {
  readonly edge: GraphEdge;
  /** From the first to the last; straight between two. */
  readonly points: readonly Point[];
  /** Where the label goes; null for an edge without one. */
  readonly label: Box | null;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}
