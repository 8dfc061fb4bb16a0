import Button from '@cloudscape-design/components/button';
import type { PropertyFilterProps } from '@cloudscape-design/components/property-filter';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { TableProps } from '@cloudscape-design/components/table';
import { durationText } from '../../history/duration.ts';
import type { EventRow } from '../../history/eventRow.ts';
import { formatPreciseMoment } from '../../shell/format.ts';

export const eventFilterProperties: PropertyFilterProps.FilteringProperty[] = [
  { key: 'type', propertyLabel: 'Type', groupValuesLabel: 'Types', operators: ['=', '!=', ':', '!:'] },
  { key: 'path', propertyLabel: 'Step', groupValuesLabel: 'Steps', operators: [':', '!:', '=', '!='] },
  { key: 'resource', propertyLabel: 'Resource', groupValuesLabel: 'Resources', operators: [':', '!:', '=', '!='] },
  { key: 'id', propertyLabel: 'Id', groupValuesLabel: 'Ids', operators: ['=', ':', '<', '<=', '>', '>='] },
];

const mostOptions = 200;

/** What a filter may be set to, of each property what there is. */
export function filterOptions(rows: readonly EventRow[]): PropertyFilterProps.FilteringOption[] {
  return (['type', 'path', 'resource'] as const).flatMap(propertyKey =>
    [...new Set(rows.map(row => row[propertyKey]))]
      .filter(value => value !== '')
      .slice(0, mostOptions)
      .map(value => ({ propertyKey, value })),
  );
}

const tones: Record<EventRow['tone'], StatusIndicatorProps.Type | undefined> = { good: 'success', bad: 'error', cut: 'stopped', plain: undefined };

/** The columns of the list of events. */
export function eventColumns(opened: number | undefined, toggle: (row: EventRow) => void, openStep: (row: EventRow) => void): TableProps.ColumnDefinition<EventRow>[] {
  return [
    {
      id: 'id',
      header: 'ID',
      width: 100,
      minWidth: 90,
      sortingField: 'id',
      isRowHeader: true,
      cell: row => (
        <Button variant="inline-link" iconName={row.id === opened ? 'treeview-collapse' : 'treeview-expand'} ariaExpanded={row.id === opened} ariaLabel={`Details of event ${row.id}`} onClick={() => toggle(row)}>
          {row.id}
        </Button>
      ),
    },
    { id: 'type', header: 'Type', width: 215, sortingField: 'type', cell: row => <EventType row={row} /> },
    {
      id: 'path',
      header: 'Step',
      width: 200,
      sortingField: 'path',
      cell: row =>
        row.step === undefined ? (
          '-'
        ) : (
          <Button variant="inline-link" wrapText={false} onClick={() => openStep(row)}>
            {row.path}
          </Button>
        ),
    },
    { id: 'resource', header: 'Resource', width: 150, sortingField: 'resource', cell: row => row.resource || '-' },
    { id: 'startedAfter', header: 'Started after', width: 140, sortingField: 'startedAfter', cell: row => durationText(row.startedAfter) },
    { id: 'timestamp', header: 'Timestamp', minWidth: 220, cell: row => formatPreciseMoment(row.event.timestamp) },
  ];
}

function EventType({ row }: { row: EventRow }) {
  const look = tones[row.tone];
  return look === undefined ? row.type : <StatusIndicator type={look}>{row.type}</StatusIndicator>;
}
