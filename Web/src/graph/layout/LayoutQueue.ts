import type { PlacedGraph } from '../placedGraph.ts';
import type { StateGraphModel } from '../stateGraphModel.ts';
import type { LayoutAnswer, LayoutRequest } from './layoutMessages.ts';

interface Waiting {
  readonly resolve: (placed: PlacedGraph) => void;
  readonly reject: (reason: Error) => void;
}

/** Graphs on their way to the worker that lays them out, and back. */
export class LayoutQueue {
  private readonly waiting = new Map<number, Waiting>();
  private asked = 0;

  constructor(private readonly worker: Worker) {
    worker.onmessage = ({ data }: MessageEvent<LayoutAnswer>) => {
      this.settle(data);
    };
    worker.onerror = ({ message }) => {
      this.failAll(message === '' ? 'The worker that lays graphs out could not be loaded.' : message);
    };
  }

  layOut(graph: StateGraphModel): Promise<PlacedGraph> {
    const id = ++this.asked;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.worker.postMessage({ id, graph } satisfies LayoutRequest);
    });
  }

  private settle({ id, placed, failure }: LayoutAnswer): void {
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    if (placed === null) {
      waiting?.reject(new Error(failure));
    } else {
      waiting?.resolve(placed);
    }
  }

  private failAll(message: string): void {
    const failed = [...this.waiting.values()];
    this.waiting.clear();
    failed.forEach(({ reject }) => {
      reject(new Error(message));
    });
  }
}
