import ELK from 'elkjs/lib/elk-api';
import type { ElkNode } from 'elkjs/lib/elk-api';
import workerUrl from 'virtual:elk-worker';
import { elkGraphOf, placedGraphOf } from './elkGraph.ts';
import type { PlacedGraph } from './placedGraph.ts';
import type { StateGraphModel } from './stateGraphModel.ts';

const kept = 12;
const layouts = new Map<string, Promise<ElkNode>>();
let elk: InstanceType<typeof ELK> | undefined;

/** Where everything goes. Worked out in a worker, once for every shape of a graph. */
export async function layoutOf(graph: StateGraphModel): Promise<PlacedGraph> {
  const wanted = elkGraphOf(graph);
  const shape = JSON.stringify(wanted);
  const layout = layouts.get(shape) ?? begin(wanted);
  remember(shape, layout);
  try {
    return placedGraphOf(graph, await layout);
  } catch (error) {
    layouts.delete(shape);
    throw error;
  }
}

function begin(graph: ElkNode): Promise<ElkNode> {
  elk ??= new ELK({ workerUrl, algorithms: ['layered'] });
  return elk.layout(graph);
}

function remember(shape: string, layout: Promise<ElkNode>): void {
  layouts.delete(shape);
  layouts.set(shape, layout);
  const [oldest] = layouts.keys();
  if (layouts.size > kept && oldest !== undefined) {
    layouts.delete(oldest);
  }
}
