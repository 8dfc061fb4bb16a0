import type { LayoutAnswer, LayoutRequest } from './layoutMessages.ts';
import { placeGraph } from './placeGraph.ts';

self.onmessage = ({ data }: MessageEvent<LayoutRequest>) => {
  self.postMessage(answerTo(data));
};

function answerTo({ id, graph }: LayoutRequest): LayoutAnswer {
  try {
    return { id, placed: placeGraph(graph), failure: null };
  } catch (error) {
    return { id, placed: null, failure: error instanceof Error ? error.message : String(error) };
  }
}
