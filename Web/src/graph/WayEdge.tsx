import type { EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import type { CanvasEdge } from './canvasNodes.ts';
import { measures, shortened } from './measures.ts';
import { wayPath } from './wayPath.ts';

/** The way from one state to another, along the points that the layout has given it. */
export const WayEdge = memo(function WayEdge({ data }: EdgeProps<CanvasEdge>) {
  if (data === undefined) {
    return null;
  }

  const { edge, label } = data.placed;
  return (
    <>
      <path className="graph-way" data-kind={edge.kind} d={wayPath(data.placed)} markerEnd="url(#graph-arrow)" />
      {label !== null && (
        <g>
          <title>{edge.label}</title>
          <rect className="graph-label-ground" x={label.x} y={label.y} width={label.width} height={label.height} rx={2} />
          <text className="graph-label" x={label.x + label.width / 2} y={label.y + 12}>
            {shortened(edge.label, measures.maxLabelLength)}
          </text>
        </g>
      )}
    </>
  );
});
