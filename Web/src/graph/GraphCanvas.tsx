import { ReactFlow, useReactFlow, MiniMap } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { canvasEdgesOf, canvasNodesOf } from './canvasNodes';
import type { CanvasEdge, CanvasNode } from './canvasNodes';
import { GraphToolbar } from './GraphToolbar';
import { neighbourOf } from './neighbourOf';
import type { Direction } from './neighbourOf';
import type { PlacedGraph, PlacedNode } from './placedGraph';
import { StateNode } from './StateNode';
import type { StateStatus } from './stateStatus';
import { TerminalNode } from './TerminalNode';
import { WayEdge } from './WayEdge';

const nodeTypes = { state: StateNode, terminal: TerminalNode };
const edgeTypes = { way: WayEdge };
const directions: Readonly<Record<string, Direction>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' };

/** Of graphs with more states than this a small map is shown, too. */
const manyStates = 40;

/** Below this zoom nobody can read a name: a graph that needs it is shown from its start instead of as a whole. */
const legibleZoom = 0.35;

interface GraphCanvasProps {
  readonly placed: PlacedGraph;
  readonly statuses: ReadonlyMap<string, StateStatus> | undefined;
  readonly notes: ReadonlyMap<string, string> | undefined;
  readonly selected: string | null;
  readonly onSelect: ((name: string | null) => void) | undefined;
  readonly name: string;
  readonly fullScreen: () => void;
}

/** The graph on a canvas that can be panned and zoomed. The arrow keys go from state to state, Enter selects, Escape lets go. */
export function GraphCanvas({ placed, statuses, notes, selected, onSelect, name, fullScreen }: GraphCanvasProps) {
  const flow = useReactFlow<CanvasNode, CanvasEdge>();
  const canvas = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const nodes = useCanvasNodes(placed, statuses, notes, selected, current);
  const edges = useMemo(() => canvasEdgesOf(placed), [placed]);
  const states = useMemo(() => placed.nodes.filter(({ node }) => node.kind === 'state'), [placed]);

  const showAll = (): void => {
    const box = canvas.current;
    if (box === null) {
      return;
    }

    const zoom = Math.min(box.clientWidth / (placed.width + 32), box.clientHeight / (placed.height + 32), 1);
    const start = placed.nodes[0];
    if (zoom >= legibleZoom || start === undefined) {
      void flow.setViewport({ x: (box.clientWidth - placed.width * zoom) / 2, y: (box.clientHeight - placed.height * zoom) / 2, zoom });
    } else {
      const readable = Math.max(legibleZoom, Math.min(0.8, box.clientWidth / (placed.width + 32)));
      void flow.setViewport({ x: box.clientWidth / 2 - (start.x + start.width / 2) * readable, y: 24 - start.y * readable, zoom: readable });
    }
  };

  // The first graph comes into view as a whole. Later ones, of an edited definition, leave the view where it is.
  useEffect(showAll, []); // eslint-disable-line react-hooks/exhaustive-deps

  useEffect(() => {
    const found = states.find(({ node }) => node.name === selected);
    if (found !== undefined) {
      bringIntoView(found);
    }
  }, [selected]); // eslint-disable-line react-hooks/exhaustive-deps

  const bringIntoView = (state: PlacedNode): void => {
    const box = canvas.current;
    const { x, y, zoom } = flow.getViewport();
    const left = state.x * zoom + x;
    const top = state.y * zoom + y;
    if (box !== null && (left < 0 || top < 0 || left + state.width * zoom > box.clientWidth || top + 52 * zoom > box.clientHeight)) {
      void flow.setCenter(state.x + state.width / 2, state.y + 26, { zoom: Math.max(zoom, legibleZoom) });
    }
  };

  const go = (state: PlacedNode | undefined): void => {
    if (state !== undefined) {
      bringIntoView(state);
      setCurrent(state.node.id);
    }
  };

  const press = (event: KeyboardEvent): void => {
    const here = states.find(({ node }) => node.id === current);
    const direction = directions[event.key];
    if (direction !== undefined) {
      go(here === undefined ? (states.find(({ node }) => node.name === selected) ?? states[0]) : neighbourOf(states, here, direction));
    } else if (event.key === 'Home') {
      go(states[0]);
    } else if (event.key === 'Enter' || event.key === ' ') {
      onSelect?.(here?.node.name ?? null);
    } else if (event.key === 'Escape' && selected !== null) {
      onSelect?.(null);
    } else if (event.key === '+') {
      void flow.zoomIn();
    } else if (event.key === '-') {
      void flow.zoomOut();
    } else {
      return;
    }

    event.preventDefault();
  };

  return (
    <>
      <GraphToolbar placed={placed} statuses={statuses} name={name} canvas={canvas} showAll={showAll} fullScreen={fullScreen} />
      <div
        ref={canvas}
        className="graph-canvas"
        role="application"
        tabIndex={0}
        aria-label={`Graph of ${name}. Arrow keys go from state to state, Enter selects.`}
        onKeyDown={press}
      >
        <svg className="graph-arrows" aria-hidden="true">
          <defs>
            <marker id="graph-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">
              <path className="graph-arrow" d="M 0 0.5 L 8 4 L 0 7.5 Z" />
            </marker>
          </defs>
        </svg>
        <ReactFlow
          nodes={nodes}
          edges={edges}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          onlyRenderVisibleElements
          minZoom={0.05}
          maxZoom={2}
          nodesDraggable={false}
          nodesConnectable={false}
          nodesFocusable={false}
          edgesFocusable={false}
          elementsSelectable={false}
          disableKeyboardA11y
          zoomOnDoubleClick={false}
          proOptions={{ hideAttribution: true }}
          onNodeClick={(_, node) => {
            if (node.type === 'state') {
              onSelect?.(node.data.placed.node.name);
            }
          }}
          onPaneClick={() => onSelect?.(null)}
        >
          {states.length > manyStates && <MiniMap<CanvasNode> pannable ariaLabel={null} nodeColor={colourOnMap} />}
        </ReactFlow>
      </div>
    </>
  );
}

function colourOnMap({ data }: CanvasNode): string {
  return data.placed.node.isGroup ? 'var(--graph-group)' : `var(--graph-${data.status ?? 'notStarted'}-stroke)`;
}

function useCanvasNodes(
  placed: PlacedGraph,
  statuses: ReadonlyMap<string, StateStatus> | undefined,
  notes: ReadonlyMap<string, string> | undefined,
  selected: string | null,
  current: string | null,
): CanvasNode[] {
  const before = useRef<ReadonlyMap<string, CanvasNode>>(new Map());
  const nodes = useMemo(
    () => canvasNodesOf(placed, { statuses, notes, selected, current }, before.current),
    [placed, statuses, notes, selected, current],
  );
  useEffect(() => {
    before.current = new Map(nodes.map((node) => [node.id, node]));
  }, [nodes]);
  return nodes;
}
