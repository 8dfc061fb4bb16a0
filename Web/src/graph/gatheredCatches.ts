import { groupedBy } from './groupedBy.ts';
import type { GraphEdge } from './stateGraphModel.ts';

/** More ways than this to one handler hide the graph behind lines, and laying them out takes time with the square of their number. */
const most = 24;

/**
 * The edges, where a handler that very many states lead to when they fail is drawn with one of these ways, the last one, which says
 * for how many it stands.
 */
export function gatheredCatches(edges: readonly GraphEdge[]): readonly GraphEdge[] {
  const ways = groupedBy(
    edges.filter(({ kind }) => kind === 'catch'),
    ({ to }) => to,
  );
  return edges.flatMap((edge) => {
    const together = edge.kind === 'catch' ? (ways.get(edge.to) ?? []) : [];
    if (together.length <= most) {
      return [edge];
    }

    return together.at(-1) === edge ? [{ ...edge, label: `Catch, one of ${together.length} ways` }] : [];
  });
}
