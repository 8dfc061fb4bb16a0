import type { PlacedNode } from './placedGraph.ts';

export type Direction = 'up' | 'down' | 'left' | 'right';

/** The state that an arrow key leads to: the nearest one on that side, those straight ahead before those aslant. Undefined at the rim. */
export function neighbourOf(nodes: readonly PlacedNode[], from: PlacedNode, direction: Direction): PlacedNode | undefined {
  let nearest: PlacedNode | undefined;
  let least = Infinity;
  for (const node of nodes) {
    const way = wayBetween(from, node, direction);
    if (node.node.kind === 'state' && way < least) {
      nearest = node;
      least = way;
    }
  }

  return nearest;
}

/** What lies aslant counts as three times as far. Infinite for what is not on that side. */
function wayBetween(from: PlacedNode, to: PlacedNode, direction: Direction): number {
  const right = middle(to).x - middle(from).x;
  const down = middle(to).y - middle(from).y;
  const vertical = direction === 'up' || direction === 'down';
  const ahead = (vertical ? down : right) * (direction === 'up' || direction === 'left' ? -1 : 1);
  const aside = Math.abs(vertical ? right : down);
  return ahead < 1 || (!vertical && aside > ahead) ? Infinity : ahead + 3 * aside;
}

/** Groups are met at their header, for that is where their name is. */
function middle(placed: PlacedNode): { readonly x: number; readonly y: number } {
  return { x: placed.x + placed.width / 2, y: placed.y + (placed.node.isGroup ? 26 : placed.height / 2) };
}
