import { useReactFlow } from '@xyflow/react';
import type { Viewport } from '@xyflow/react';
import { useRef } from 'react';
import type { RefObject } from 'react';
import { measures } from './measures.ts';
import type { PlacedGraph, PlacedNode } from './placedGraph.ts';
import { useResize } from './useResize.ts';

/** Below this zoom nobody can read a name: a graph that would need it is shown from its start instead of as a whole. */
const legibleZoom = 0.35;

const margin = 24;

/** The toolbar lies over the top of the canvas. */
const toolbar = 52;

export interface View {
  readonly showAll: () => void;
  /** Shows the whole of a graph that is new or has changed, unless somebody has moved the view since the whole was shown. */
  readonly follow: () => void;
  /** Moves the canvas only if the state is not to be seen. */
  readonly bringIntoView: (state: PlacedNode) => void;
}

/** What part of a graph its canvas shows. When the canvas changes its size, what was shown as a whole still is, and what was in the middle stays there. */
export function useView(placed: PlacedGraph, canvas: RefObject<HTMLDivElement | null>): View {
  const flow = useReactFlow();
  const whole = useRef<Viewport | null>(null);
  const show = (viewport: Viewport): void => {
    whole.current = viewport;
    void flow.setViewport(viewport);
  };

  const showAll = (): void => {
    const box = canvas.current;
    const start = placed.nodes[0];
    if (box === null || start === undefined) {
      return;
    }

    const [width, height] = [box.clientWidth, box.clientHeight - toolbar];
    const zoom = Math.min((width - margin) / placed.width, (height - margin) / placed.height, 1);
    if (zoom >= legibleZoom) {
      show({ x: (width - placed.width * zoom) / 2, y: toolbar + (height - placed.height * zoom) / 2, zoom });
    } else {
      const readable = Math.min(0.8, Math.max(legibleZoom, (width - margin) / placed.width));
      show({ x: width / 2 - (start.x + start.width / 2) * readable, y: toolbar - start.y * readable, zoom: readable });
    }
  };

  const bringIntoView = (state: PlacedNode): void => {
    const box = canvas.current;
    const { x, y, zoom } = flow.getViewport();
    const left = state.x * zoom + x;
    const top = state.y * zoom + y;
    const isSeen =
      box !== null &&
      left >= 0 &&
      top >= 0 &&
      left + state.width * zoom <= box.clientWidth &&
      top + measures.stateHeight * zoom <= box.clientHeight;
    if (!isSeen) {
      void flow.setCenter(state.x + state.width / 2, state.y + measures.stateHeight / 2, { zoom: Math.max(zoom, legibleZoom) });
    }
  };

  const showsAll = (): boolean => whole.current !== null && isSame(flow.getViewport(), whole.current);

  const follow = (): void => {
    if (whole.current === null || showsAll()) {
      showAll();
    }
  };

  useResize(canvas, (before, now) => {
    if (showsAll()) {
      showAll();
    } else {
      const viewport = flow.getViewport();
      void flow.setViewport({ ...viewport, x: viewport.x + (now.width - before.width) / 2, y: viewport.y + (now.height - before.height) / 2 });
    }
  });

  return { showAll, follow, bringIntoView };
}

function isSame(a: Viewport, b: Viewport): boolean {
  return Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y), Math.abs(a.zoom - b.zoom)) < 0.01;
}
