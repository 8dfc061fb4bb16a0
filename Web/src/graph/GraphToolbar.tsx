import Button from '@cloudscape-design/components/button';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import { useReactFlow } from '@xyflow/react';
import type { RefObject } from 'react';
import { useState } from 'react';
import { saveFile } from './saveFile.ts';
import { paletteOf } from './paletteOf.ts';
import { pictureOf } from './picture.ts';
import type { PlacedGraph } from './placedGraph.ts';
import { pngOf } from './pngOf.ts';
import type { StateStatus } from './stateStatus.ts';
import { svgOf } from './svgOf.ts';

interface GraphToolbarProps {
  readonly placed: PlacedGraph;
  readonly statuses: ReadonlyMap<string, StateStatus> | undefined;
  readonly name: string;
  readonly canvas: RefObject<HTMLDivElement | null>;
  readonly showAll: () => void;
  readonly fullScreen: () => void;
}

/** Zoom, centre, full screen and the exports of a graph. */
export function GraphToolbar({ placed, statuses, name, canvas, showAll, fullScreen }: GraphToolbarProps) {
  const flow = useReactFlow();
  const [failure, setFailure] = useState('');

  const save = async (kind: string): Promise<void> => {
    if (canvas.current === null) {
      return;
    }

    const picture = pictureOf(placed, statuses, paletteOf(canvas.current));
    try {
      const file = kind === 'png' ? await pngOf(picture) : new Blob([svgOf(picture)], { type: 'image/svg+xml' });
      saveFile(`${name}.${kind}`, file);
      setFailure('');
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    }
  };

  return (
    <div className="graph-toolbar" role="toolbar" aria-label="Graph">
      <Button variant="icon" iconName="zoom-in" ariaLabel="Zoom in" onClick={() => void flow.zoomIn()} />
      <Button variant="icon" iconName="zoom-out" ariaLabel="Zoom out" onClick={() => void flow.zoomOut()} />
      <Button variant="icon" iconName="zoom-to-fit" ariaLabel="Centre the graph" onClick={showAll} />
      <Button variant="icon" iconName="full-screen" ariaLabel="Full screen" onClick={fullScreen} />
      <ButtonDropdown
        variant="icon"
        ariaLabel="Export the graph"
        items={[
          { id: 'svg', text: 'Export as SVG' },
          { id: 'png', text: 'Export as PNG' },
        ]}
        onItemClick={({ detail }) => void save(detail.id)}
      />
      {failure !== '' && <span role="alert">{failure}</span>}
    </div>
  );
}
