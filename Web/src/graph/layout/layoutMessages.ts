import type { PlacedGraph } from '../placedGraph.ts';
import type { StateGraphModel } from '../stateGraphModel.ts';

/** What the worker that lays graphs out is asked. */
export interface LayoutRequest {
  readonly id: number;
  readonly graph: StateGraphModel;
}

/** What it answers to the request of that id. */
export type LayoutAnswer =
  | { readonly id: number; readonly placed: PlacedGraph; readonly failure: null }
  | { readonly id: number; readonly placed: null; readonly failure: string };
