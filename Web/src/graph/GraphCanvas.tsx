import { ReactFlow, useReactFlow, MiniMap } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { canvasEdgesOf, CanvasNodes } from './canvasNodes.ts';
import type { CanvasEdge, CanvasNode } from './canvasNodes.ts';
import { GraphToolbar } from './GraphToolbar.tsx';
import { neighbourOf } from './neighbourOf.ts';
import type { Direction } from './neighbourOf.ts';
import type { PlacedGraph, PlacedNode } from './placedGraph.ts';
import { StateNode } from './StateNode.tsx';
import type { StateStatus } from './stateStatus.ts';
import { TerminalNode } from './TerminalNode.tsx';
import { useView } from './useView.ts';
import { WayEdge } from './WayEdge.tsx';

const nodeTypes = { state: StateNode, terminal: TerminalNode };
const edgeTypes = { way: WayEdge };
const directions: Readonly<Record<string, Direction>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' };

/** Of graphs with more states than this a small map is shown, too. */
const manyStates = 40;

/** On a map of a graph that is so much higher than wide nothing can be made out. */
const slimmest = 12;

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
  const canvasNodes = useMemo(() => new CanvasNodes(placed), [placed]);
  const nodes = useMemo(() => canvasNodes.withLooks({ statuses, notes, selected, current }), [canvasNodes, statuses, notes, selected, current]);
  const edges = useMemo(() => canvasEdgesOf(placed), [placed]);
  const states = useMemo(() => placed.nodes.filter(({ node }) => node.kind === 'state'), [placed]);

  const view = useView(placed, canvas);

  const follow = useEffectEvent(view.follow);
  useEffect(() => {
    follow();
  }, [placed]);

  const showSelected = useEffectEvent(() => {
    const found = states.find(({ node }) => node.name === selected);
    if (found !== undefined) {
      view.bringIntoView(found);
    }
  });
  useEffect(() => {
    showSelected();
  }, [selected]);

  const go = (state: PlacedNode | undefined): void => {
    if (state !== undefined) {
      view.bringIntoView(state);
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
      <GraphToolbar placed={placed} statuses={statuses} name={name} canvas={canvas} showAll={view.showAll} fullScreen={fullScreen} />
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
          onNodeClick={(_, node) => {
            if (node.type === 'state') {
              onSelect?.(node.data.placed.node.name);
            }
          }}
          onPaneClick={() => onSelect?.(null)}
        >
          {states.length > manyStates && placed.height < slimmest * placed.width && <MiniMap<CanvasNode> pannable ariaLabel={null} nodeColor={colourOnMap} />}
        </ReactFlow>
      </div>
    </>
  );
}

function colourOnMap({ data }: CanvasNode): string {
  return data.placed.node.isGroup ? 'var(--graph-group)' : `var(--graph-${data.status ?? 'notStarted'}-stroke)`;
}
