import type { PlacedGraph } from '../placedGraph.ts';
import type { StateGraphModel } from '../stateGraphModel.ts';
import { LayoutQueue } from './LayoutQueue.ts';

const kept = 12;
const layouts = new Map<string, Promise<PlacedGraph>>();
let queue: LayoutQueue | undefined;

/** Where everything goes. Worked out in a worker, once for every graph of the last few. */
export async function layoutOf(graph: StateGraphModel): Promise<PlacedGraph> {
  const text = JSON.stringify(graph);
  const layout = layouts.get(text) ?? begin(graph);
  remember(text, layout);
  try {
    return await layout;
  } catch (error) {
    layouts.delete(text);
    throw error;
  }
}

function begin(graph: StateGraphModel): Promise<PlacedGraph> {
  queue ??= new LayoutQueue(new Worker(new URL('./layoutWorker.ts', import.meta.url), { type: 'module' }));
  return queue.layOut(graph);
}

function remember(text: string, layout: Promise<PlacedGraph>): void {
  layouts.delete(text);
  layouts.set(text, layout);
  const [oldest] = layouts.keys();
  if (layouts.size > kept && oldest !== undefined) {
    layouts.delete(oldest);
  }
}
