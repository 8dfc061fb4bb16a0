import { detailOf, letterings, measures, shortened } from './measures.ts';
import type { Box, PlacedEdge, PlacedGraph, PlacedNode, Point } from './placedGraph.ts';
import { roundedPath } from './roundedPath.ts';
import type { StateStatus } from './stateStatus.ts';
import { cutToWidth } from './textWidth.ts';
import type { Lettering } from './textWidth.ts';
import { wayPath } from './wayPath.ts';

/** A graph as it is drawn into a file: shapes from the lowest to the topmost. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly background: string;
  readonly shapes: readonly Shape[];
}

export type Shape =
  | { readonly kind: 'box'; readonly box: Box; readonly radius: number; readonly fill: string; readonly stroke: string }
  | { readonly kind: 'path'; readonly path: string; readonly fill: string; readonly stroke: string; readonly dashed: boolean }
  | ({ readonly kind: 'text'; readonly text: string; readonly lettering: Lettering; readonly fill: string } & Point);

export interface Palette {
  readonly background: string;
  readonly text: string;
  readonly faint: string;
  readonly edge: string;
  readonly group: string;
  readonly statuses: Readonly<Record<StateStatus, { readonly fill: string; readonly stroke: string }>>;
}

/** The whole graph, whatever part of it is on the screen. */
export function pictureOf(placed: PlacedGraph, statuses: ReadonlyMap<string, StateStatus> | undefined, palette: Palette): Picture {
  const shapes = [
    ...placed.nodes.filter(({ node }) => node.isGroup).flatMap((node) => nodeShapes(node, statuses, palette)),
    ...placed.edges.flatMap((edge) => edgeShapes(edge, palette)),
    ...placed.nodes.filter(({ node }) => !node.isGroup).flatMap((node) => nodeShapes(node, statuses, palette)),
    ...placed.edges.flatMap((edge) => labelShapes(edge, palette)),
  ];
  return { width: Math.ceil(placed.width), height: Math.ceil(placed.height), background: palette.background, shapes };
}

function nodeShapes(placed: PlacedNode, statuses: ReadonlyMap<string, StateStatus> | undefined, palette: Palette): readonly Shape[] {
  const { node, x, y, width, height } = placed;
  const { fill, stroke } = palette.statuses[statuses?.get(node.name) ?? 'notStarted'];
  const middle = x + width / 2;
  if (node.kind !== 'state') {
    return [
      { kind: 'box', box: placed, radius: height / 2, fill: palette.background, stroke: palette.edge },
      { kind: 'text', x: middle, y: y + height / 2 + 4, text: node.name, lettering: letterings.terminal, fill: palette.faint },
    ];
  }

  const room = width - 24;
  return [
    { kind: 'box', box: placed, radius: measures.cornerRadius, fill: node.isGroup ? palette.group : fill, stroke },
    { kind: 'text', x: middle, y: y + 23, text: cutToWidth(node.name, room, letterings.name), lettering: letterings.name, fill: palette.text },
    { kind: 'text', x: middle, y: y + 40, text: cutToWidth(detailOf(node), room, letterings.detail), lettering: letterings.detail, fill: palette.faint },
  ];
}

function edgeShapes(placed: PlacedEdge, palette: Palette): readonly Shape[] {
  return [
    { kind: 'path', path: wayPath(placed), fill: 'none', stroke: palette.edge, dashed: placed.edge.kind === 'catch' },
    { kind: 'path', path: arrowAt(placed), fill: palette.edge, stroke: 'none', dashed: false },
  ];
}

function arrowAt({ edge, points }: PlacedEdge): string {
  const tip = points.at(-1);
  const before = points.at(-2);
  if (tip === undefined || before === undefined) {
    return '';
  }

  // A way arrives upright, unless it comes from the same state.
  const angle = Math.atan2(tip.y - before.y, edge.from === edge.to ? tip.x - before.x : 0);
  const corner = (side: number): Point => ({ x: tip.x - 8 * Math.cos(angle + side), y: tip.y - 8 * Math.sin(angle + side) });
  return `${roundedPath([tip, corner(0.5), corner(-0.5)], 0)} Z`;
}

function labelShapes({ edge, label }: PlacedEdge, palette: Palette): readonly Shape[] {
  if (label === null) {
    return [];
  }

  const text = shortened(edge.label, measures.maxLabelLength);
  return [
    { kind: 'box', box: label, radius: 2, fill: palette.background, stroke: 'none' },
    { kind: 'text', x: label.x + label.width / 2, y: label.y + 12, text, lettering: letterings.label, fill: palette.text },
  ];
}
