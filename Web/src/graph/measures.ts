import type { GraphNode } from './stateGraphModel.ts';
import { textWidth } from './textWidth.ts';
import type { Lettering } from './textWidth.ts';

/** Sizes in pixels that the layout, the canvas and the exported pictures share. */
export const measures = {
  stateHeight: 52,
  terminalWidth: 72,
  terminalHeight: 32,
  minStateWidth: 140,
  maxStateWidth: 276,
  /** Room at the top of a group for its name. */
  groupHeader: 52,
  groupPadding: 16,
  labelHeight: 16,
  maxLabelLength: 34,
  /** Room beside the texts of a state, on both sides together: for the mark of its status as well. */
  besideText: 48,
  cornerRadius: 8,
  /** Room around the whole graph. */
  margin: 16,
  /** Room between states beside one another, between ways, and between rows of states, as dagre calls them. */
  spacing: { nodesep: 40, edgesep: 16, ranksep: 64 },
} as const;

/** How the texts of a graph are written, as graph.css has it. */
export const letterings = {
  name: { size: 14, bold: true },
  detail: { size: 11, bold: false },
  label: { size: 11, bold: false },
  terminal: { size: 12, bold: false },
} as const satisfies Record<string, Lettering>;

/** A text of no more than so many characters, with an ellipsis where something is missing. */
export function shortened(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}

/** How wide a node is that has nothing in it. */
export function nodeWidth(node: GraphNode): number {
  if (node.kind !== 'state') {
    return measures.terminalWidth;
  }

  const words = Math.max(textWidth(node.name, letterings.name), textWidth(detailOf(node), letterings.detail));
  return Math.min(measures.maxStateWidth, Math.max(measures.minStateWidth, words + measures.besideText));
}

export function nodeHeight(node: GraphNode): number {
  return node.kind === 'state' ? measures.stateHeight : measures.terminalHeight;
}

/** The second line of a state: its type and what it calls. */
export function detailOf(node: GraphNode): string {
  return node.resource === '' ? node.type : `${node.type} · ${node.resource}`;
}
