/** A definition as a graph. Groups (Map and Parallel states) hold the nodes that name them as parent; no edge leaves its group. */
export interface StateGraphModel {
  /** Groups come before what is in them. */
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

export interface GraphNode {
  /** A state's JSON pointer; that of its scope with `#start` or `#end` for the two ends of the machine. */
  readonly id: string;
  readonly kind: 'state' | 'start' | 'end';
  /** The state's name, or `Start` and `End`. */
  readonly name: string;
  /** The state's type as written, which need not be one that there is. */
  readonly type: string;
  /** What a Task calls, in a few words: `Lambda: invoke`. */
  readonly resource: string;
  readonly parent: string | null;
  readonly isGroup: boolean;
}

export type EdgeKind = 'start' | 'next' | 'choice' | 'default' | 'catch' | 'end';

export interface GraphEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: EdgeKind;
  /** The condition or the errors in words; empty where there is nothing to say. */
  readonly label: string;
  /** The group that the edge lies in; null for the machine itself. */
  readonly parent: string | null;
}
