import { Handle, Position } from '@xyflow/react';
import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import type { CanvasNode } from './canvasNodes.ts';

/** Start or End of the machine. */
export const TerminalNode = memo(function TerminalNode({ data }: NodeProps<CanvasNode>) {
  const { node } = data.placed;
  return (
    <>
      <Handle type="target" position={Position.Top} isConnectable={false} />
      <div className="graph-terminal">{node.name}</div>
      <Handle type="source" position={Position.Bottom} isConnectable={false} />
    </>
  );
});
