import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Table from '@cloudscape-design/components/table';
import type { OpenState } from '../../history/openStates.ts';
import { formatPreciseMoment } from '../../shell/format.ts';
import type { Look } from './useExecutionAddress.ts';

interface Props {
  states: readonly OpenState[];
  isLoading?: boolean;
  look: Look;
}

const statusWords: Record<OpenState['status'], string> = { running: 'Running', waiting: 'Waiting', retrying: 'Waits to try again' };

/** The states that the execution was in at a moment, with the data that they had. */
export function OpenStatesTable({ states, isLoading = false, look }: Props) {
  return (
    <Table
      variant="borderless"
      wrapLines
      items={states}
      trackBy={state => String(state.eventId)}
      loading={isLoading}
      loadingText="Working out the moment"
      ariaLabels={{ tableLabel: 'States of this moment' }}
      empty={<Box color="text-body-secondary">The execution was in no state: it had ended.</Box>}
      columnDefinitions={[
        {
          id: 'name',
          header: 'State',
          minWidth: 220,
          isRowHeader: true,
          cell: state => (
            <Button variant="inline-link" onClick={() => look({ step: state.eventId, state: undefined, event: undefined })}>
              {[...state.path.map(place => (place.kind === 'branch' ? `${place.state} › branch ${place.index + 1}` : `${place.state} › #${place.index}`)), state.name].join(' › ')}
            </Button>
          ),
        },
        { id: 'status', header: 'Status', minWidth: 110, cell: state => `${statusWords[state.status]}${state.retryCount > 0 ? `, attempt ${state.retryCount + 1}` : ''}` },
        { id: 'since', header: 'Since', minWidth: 200, cell: state => formatPreciseMoment(state.since) },
        { id: 'input', header: 'Input', minWidth: 240, cell: state => <Box variant="code">{shortened(state.input)}</Box> },
      ]}
    />
  );
}

function shortened(text: string): string {
  return text.length > 120 ? `${text.slice(0, 120)} …` : text;
}
