import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api';

/** A graph with groups within groups, labels on edges and edges that go back; the same for the same seed. */
export function randomGraph(seed: number): ElkNode {
  let state = seed;
  const below = (limit: number): number => {
    state = (state * 1103515245 + 12345) % 0x80000000;
    return state % limit;
  };

  const graph = (id: string, size: number, depth: number): ElkNode => ({
    id,
    children: Array.from({ length: size }, (_, index) => node(`${id}.${index}`, depth)),
    edges: Array.from({ length: size + Math.floor(size / 2) - 1 }, (_, index) => edge(id, index, size)),
  });
  const node = (id: string, depth: number): ElkNode =>
    depth > 0 && below(4) === 0
      ? { ...graph(id, 2 + below(6), depth - 1), layoutOptions: { 'elk.padding': '[top=40,left=20,bottom=20,right=20]' } }
      : { id, width: 80 + below(120), height: 40, labels: [{ id: `${id}/label`, text: id, width: 30, height: 12 }] };
  const edge = (id: string, index: number, size: number): ElkExtendedEdge => ({
    id: `${id}/${index}`,
    sources: [`${id}.${index < size - 1 ? index : below(size)}`],
    targets: [`${id}.${index < size - 1 ? index + 1 : below(size)}`],
    labels: [{ id: `${id}/${index}/label`, text: 'way', width: 20, height: 10 }],
  });

  return graph('graph', 4 + below(20), 2);
}
