import { Handle, Position } from '@xyflow/react';
import type { NodeProps } from '@xyflow/react';
import { memo, useEffect, useRef } from 'react';
import type { CanvasNode } from './canvasNodes.ts';
import { detailOf } from './measures.ts';
import { statusWords } from './stateStatus.ts';

const marks = { notStarted: '', inProgress: '…', succeeded: '✓', failed: '✕', caughtError: '!', cancelled: '–' } as const;

/** A state, or the frame and the name of a Map or Parallel state. */
export const StateNode = memo(function StateNode({ data }: NodeProps<CanvasNode>) {
  const { placed, status, note, selected, current } = data;
  const { node } = placed;
  const element = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (current) {
      element.current?.focus({ preventScroll: true });
    }
  }, [current]);

  return (
    <>
      <Handle type="target" position={Position.Top} isConnectable={false} />
      <div
        ref={element}
        role="button"
        tabIndex={-1}
        aria-pressed={selected}
        className={`graph-state${node.isGroup ? ' graph-group' : ''}`}
        data-status={status ?? 'notStarted'}
        data-state={node.name}
        title={node.name}
      >
        <span className="graph-name">{node.name}</span>
        <span className="graph-detail">{note === '' ? detailOf(node) : note}</span>
        {status !== null && marks[status] !== '' && (
          <span className="graph-mark" aria-hidden="true">
            {marks[status]}
          </span>
        )}
        {status !== null && <span className="graph-spoken">{statusWords[status]}</span>}
      </div>
      <Handle type="source" position={Position.Bottom} isConnectable={false} />
    </>
  );
});
