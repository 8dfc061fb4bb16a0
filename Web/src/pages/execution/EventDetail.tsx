import Button from '@cloudscape-design/components/button';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { durationText } from '../../history/duration.ts';
import { eventRow } from '../../history/eventRow.ts';
import type { ExecutionHistory } from '../../history/executionHistory.ts';
import { detailsOf, type HistoryEvent } from '../../history/historyEvent.ts';
import { formatPreciseMoment } from '../../shell/format.ts';
import { JsonBlock } from '../../editor/JsonBlock.tsx';
import type { Look } from './useExecutionAddress.ts';

interface Props {
  history: ExecutionHistory;
  event: HistoryEvent;
  look: Look;
}

const shownApart = ['input', 'parameters', 'output', 'cause'] as const;

/** All that an event says: its data apart and readable, and the event itself as AWS's API has it. */
export function EventDetail({ history, event, look }: Props) {
  const row = eventRow(history, event);
  const details = detailsOf(event);
  const go = (id: number) => look({ event: id, step: undefined, state: undefined });
  return (
    <SpaceBetween size="m">
      <SpaceBetween direction="horizontal" size="xs">
        <Button iconName="angle-left" disabled={event.id <= 1} onClick={() => go(event.id - 1)}>
          Event before
        </Button>
        <Button iconName="angle-right" iconAlign="right" disabled={event.id >= history.lastEventId} onClick={() => go(event.id + 1)}>
          Next event
        </Button>
      </SpaceBetween>
      <KeyValuePairs
        columns={2}
        minColumnWidth={140}
        items={[
          { label: 'Timestamp', value: formatPreciseMoment(event.timestamp) },
          { label: 'Started after', value: durationText(row.startedAfter) },
          {
            label: 'Step',
            value:
              row.step === undefined ? (
                '-'
              ) : (
                <Button variant="inline-link" onClick={() => look({ step: row.step?.id, event: undefined, state: undefined })}>
                  {row.path}
                </Button>
              ),
          },
          {
            label: 'Follows from',
            value: event.previousEventId ? (
              <Button variant="inline-link" onClick={() => go(event.previousEventId ?? 1)}>
                Event {event.previousEventId}
              </Button>
            ) : (
              '-'
            ),
          },
          ...(details.error === undefined ? [] : [{ label: 'Error', value: details.error }]),
          ...(row.resource === '' ? [] : [{ label: 'Resource', value: row.resource }]),
        ]}
      />
      {shownApart.map(name => {
        const value = details[name];
        return value === undefined ? null : <Part key={name} title={`${name.charAt(0).toUpperCase()}${name.slice(1)}`} value={value} />;
      })}
      <Part title="The event as AWS’s API has it" value={JSON.stringify(event)} />
    </SpaceBetween>
  );
}

function Part({ title, value }: { title: string; value: string }) {
  return (
    <SpaceBetween size="xxs">
      <strong>{title}</strong>
      <JsonBlock value={value} label={title} />
    </SpaceBetween>
  );
}
