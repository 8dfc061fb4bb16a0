import { Graph, layout } from '@dagrejs/dagre';
import type { EdgeLabel, NodeLabel } from '@dagrejs/dagre';
import { measures } from '../measures.ts';
import type { Box } from '../placedGraph.ts';
import type { DownwardLink } from './downward.ts';
import type { PlacedParts, PlacedWay } from './placedParts.ts';
import { RowExtents } from './rowExtents.ts';
import type { Part } from './scopeParts.ts';
import { loopAround, wayThrough } from './wayThrough.ts';

interface Settings {
  readonly nodesep: number;
  readonly edgesep: number;
  readonly ranksep: number;
  readonly ranker: 'network-simplex' | 'none';
}

type Band = Graph<Settings, NodeLabel, EdgeLabel>;

/** States and ways laid out by dagre: in the rows that are given, counted from above, or else in those that keep the ways short. */
export function placeBand(parts: readonly Part[], links: readonly DownwardLink[], rows: ReadonlyMap<string, number> | null): PlacedParts {
  const band = bandOf(parts, links, rows);
  layout(band);

  const boxes = new Map(parts.map(({ id }) => [id, boxOf(band.node(id))]));
  const labels = new Map(links.flatMap((link) => (link.label === null ? [] : [[link.id, boxOf(edgeOf(band, link))]])));
  const extents = new RowExtents([...boxes.values(), ...labels.values()]);
  const ways = new Map<string, PlacedWay>();
  for (const link of links) {
    const [upper, lower] = [boxes.get(link.upper), boxes.get(link.lower)];
    if (upper !== undefined && lower !== undefined) {
      const edge = edgeOf(band, link);
      // Its first and last point are where it would touch the two states.
      const points = upper === lower ? loopAround(upper, edge.x ?? upper.x) : wayThrough(upper, (edge.points ?? []).slice(1, -1), lower, extents);
      ways.set(link.id, { points, label: labels.get(link.id) ?? null });
    }
  }

  return { boxes, ways };
}

function bandOf(parts: readonly Part[], links: readonly DownwardLink[], rows: ReadonlyMap<string, number> | null): Band {
  const band: Band = new Graph({ multigraph: true });
  band.setGraph({ ...measures.spacing, ranker: rows === null ? 'network-simplex' : 'none' });
  for (const { id, width, height } of parts) {
    // Between two rows of states is one for labels, so the rows count double.
    band.setNode(id, { width, height, ...(rows === null ? {} : { rank: 2 * (rows.get(id) ?? 0) }) });
  }

  for (const { id, upper, lower, label } of links) {
    band.setEdge(upper, lower, { width: label?.width ?? 0, height: label?.height ?? 0, labelpos: 'c' }, id);
  }

  return band;
}

function edgeOf(band: Band, { id, upper, lower }: DownwardLink): EdgeLabel {
  return band.edge(upper, lower, id);
}

/** dagre says where the middle of something is. */
function boxOf({ x = 0, y = 0, width = 0, height = 0 }: EdgeLabel | NodeLabel): Box {
  return { x: x - width / 2, y: y - height / 2, width, height };
}
