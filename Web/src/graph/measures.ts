import type { GraphNode } from './stateGraphModel.ts';

/** Sizes in pixels that the layout, the canvas and the exported pictures share. */
export const measures = {
  stateHeight: 52,
  terminalWidth: 72,
  terminalHeight: 32,
  minStateWidth: 140,
  maxStateWidth: 260,
  /** Room at the top of a group for its name. */
  groupHeader: 52,
  groupPadding: 16,
  labelHeight: 16,
  maxLabelLength: 34,
  nameSize: 14,
  detailSize: 11,
  labelSize: 11,
  cornerRadius: 8,
  /** Room around the whole graph. */
  margin: 16,
  /** Room between states beside one another, between ways, and between rows of states, as dagre calls them. */
  spacing: { nodesep: 40, edgesep: 16, ranksep: 64 },
} as const;

// Letters are of different widths; a little more than the mean leaves few names cut off.
const letterToSize = 0.58;

export function textWidth(text: string, size: number): number {
  return Math.ceil(text.length * size * letterToSize);
}

/** A text of no more than so many characters, with an ellipsis where something is missing. */
export function shortened(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}

/** How wide a node is that has nothing in it. */
export function nodeWidth(node: GraphNode): number {
  if (node.kind !== 'state') {
    return measures.terminalWidth;
  }

  const words = Math.max(textWidth(node.name, measures.nameSize), textWidth(detailOf(node), measures.detailSize));
  return Math.min(measures.maxStateWidth, Math.max(measures.minStateWidth, words + 32));
}

export function nodeHeight(node: GraphNode): number {
  return node.kind === 'state' ? measures.stateHeight : measures.terminalHeight;
}

/** The second line of a state: its type and what it calls. */
export function detailOf(node: GraphNode): string {
  return node.resource === '' ? node.type : `${node.type} · ${node.resource}`;
}
