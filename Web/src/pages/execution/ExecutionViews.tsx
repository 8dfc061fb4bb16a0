import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Toggle from '@cloudscape-design/components/toggle';
import { EventsView } from './EventsView.tsx';
import { GraphView } from './GraphView.tsx';
import type { ShownExecution } from './shownExecution.ts';
import { TableView } from './TableView.tsx';
import type { ExecutionView } from './useExecution.ts';
import type { Look, LookedAt } from './useExecutionAddress.ts';

interface Props {
  view: ExecutionView;
  shown: ShownExecution;
  at: LookedAt;
  look: Look;
  isTravelling: boolean;
  onTravel: (isWanted: boolean) => void;
}

/** The three ways to look at the steps: as a graph, as a table, as events. */
export function ExecutionViews({ view, shown, at, look, isTravelling, onTravel }: Props) {
  return (
    <SpaceBetween size="m">
      <div className="execution-views">
        <SegmentedControl
          label="View"
          selectedId={at.view}
          onChange={({ detail }) => look({ view: detail.selectedId === 'table' || detail.selectedId === 'events' ? detail.selectedId : 'graph' })}
          options={[
            { id: 'graph', text: 'Graph view' },
            { id: 'table', text: 'Table view' },
            { id: 'events', text: 'Event view' },
          ]}
        />
        <Toggle checked={isTravelling} onChange={({ detail }) => onTravel(detail.checked)}>
          Time travel
        </Toggle>
      </div>
      {at.view === 'graph' && (
        <Container header={<Header variant="h2">Graph view</Header>}>
          <GraphView view={view} shown={shown} at={at} look={look} />
        </Container>
      )}
      {at.view === 'table' && <TableView shown={shown} at={at} look={look} />}
      {at.view === 'events' && <EventsView shown={shown} at={at} look={look} />}
    </SpaceBetween>
  );
}
