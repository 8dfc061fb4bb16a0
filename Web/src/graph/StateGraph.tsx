import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Spinner from '@cloudscape-design/components/spinner';
import { ReactFlowProvider } from '@xyflow/react';
import { useRef } from 'react';
import type { ReactNode } from 'react';
import './graph.css';
import { GraphCanvas } from './GraphCanvas.tsx';
import { GraphLegend } from './GraphLegend.tsx';
import type { StateStatus } from './stateStatus.ts';
import { useLayout } from './useLayout.ts';

interface StateGraphProps {
  /** The text of the definition. While it is no JSON the graph of the text before stays. */
  readonly definition: string;
  /** By the state's name. Left out where no execution is shown; a state without one has not started. */
  readonly statuses?: ReadonlyMap<string, StateStatus>;
  /** A few words to show in a state in place of its type, by its name. */
  readonly notes?: ReadonlyMap<string, string>;
  readonly selected?: string | null;
  readonly onSelect?: (name: string | null) => void;
  /** The machine's or execution's name. */
  readonly name: string;
  readonly height?: number | string;
  readonly actions?: ReactNode;
}

/** A state machine as a graph, with how far each state has come where there is an execution. */
export function StateGraph({ definition, statuses, notes, selected = null, onSelect, name, height = 480, actions }: StateGraphProps) {
  const frame = useRef<HTMLDivElement>(null);
  const { placed, readable, failure } = useLayout(definition);

  const fullScreen = (): void => {
    if (document.fullscreenElement === null) {
      void frame.current?.requestFullscreen();
    } else {
      void document.exitFullscreen();
    }
  };

  return (
    <div ref={frame} className="graph" style={{ height }}>
      {failure !== null && <Alert type="error">The graph could not be laid out: {failure}</Alert>}
      {placed === null ? (
        <div className="graph-waiting">{readable ? <Spinner /> : <Box color="text-body-secondary">The definition is not JSON, so there is no graph yet.</Box>}</div>
      ) : (
        <div className="graph-stage" data-stale={!readable}>
          <ReactFlowProvider>
            <GraphCanvas {...{ placed, statuses, notes, selected, onSelect, name, fullScreen }} />
          </ReactFlowProvider>
          {!readable && <div className="graph-note">The definition is not JSON at present. This is the graph of the last text that was.</div>}
        </div>
      )}
      {(statuses !== undefined || actions !== undefined) && (
        <div className="graph-foot">
          {statuses !== undefined && <GraphLegend />}
          {actions}
        </div>
      )}
    </div>
  );
}
