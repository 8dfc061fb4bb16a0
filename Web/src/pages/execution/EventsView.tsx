import { useCollection } from '@cloudscape-design/collection-hooks';
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import PropertyFilter from '@cloudscape-design/components/property-filter';
import Table from '@cloudscape-design/components/table';
import { useMemo } from 'react';
import { eventRow } from '../../history/eventRow.ts';
import { formatCount } from '../../shell/format.ts';
import { eventColumns, eventFilterProperties, filterOptions } from './eventColumns.tsx';
import type { ShownExecution } from './shownExecution.ts';
import type { Look, LookedAt } from './useExecutionAddress.ts';
import { useWindow } from './useWindow.ts';

interface Props {
  shown: ShownExecution;
  at: LookedAt;
  look: Look;
}

/** The events of the history. Only the lines in sight are drawn, so that 25,000 of them scroll as well as ten. */
export function EventsView({ shown, at, look }: Props) {
  const rows = useMemo(() => shown.history.events.map(event => eventRow(shown.history, event)), [shown]);
  const { items, filteredItemsCount, collectionProps, propertyFilterProps } = useCollection(rows, {
    propertyFiltering: {
      filteringProperties: eventFilterProperties,
      filteringOptions: useMemo(() => filterOptions(rows), [rows]),
      empty: <Box color="text-body-secondary">Nothing has happened so far.</Box>,
      noMatch: <Box color="text-body-secondary">No event is like that.</Box>,
    },
    sorting: { defaultState: { sortingColumn: { sortingField: 'id' } } },
  });
  const { frame, content, above, below, first, last } = useWindow(items.length);
  return (
    <Container
      header={
        <Header variant="h2" counter={items.length === rows.length ? `(${formatCount(rows.length)})` : `(${formatCount(items.length)} of ${formatCount(rows.length)})`}>
          Event view
        </Header>
      }
    >
      <div className="events">
      <PropertyFilter
        {...propertyFilterProps}
        filteringPlaceholder="Find events by type, step, resource or id"
        filteringAriaLabel="Find events"
        countText={`${formatCount(filteredItemsCount ?? rows.length)} found`}
        virtualScroll
        expandToViewport
      />
      {/* It scrolls by itself, so the keyboard must be able to get into it. */}
      <div className="events-frame" ref={frame} tabIndex={0} role="region" aria-label="Events">
        <div ref={content} style={{ paddingBlockStart: above, paddingBlockEnd: below }}>
          <Table
            {...collectionProps}
            variant="borderless"
            contentDensity="compact"
            stickyHeader
            resizableColumns
            items={items.slice(first, last)}
            firstIndex={first + 1}
            totalItemsCount={items.length}
            trackBy="id"
            columnDefinitions={eventColumns(at.event, row => look({ event: row.id === at.event ? undefined : row.id, step: undefined, state: undefined }), row => look({ step: row.step?.id, event: undefined, state: undefined }))}
            ariaLabels={{ tableLabel: 'Events of the execution' }}
            onRowClick={({ detail }) => look({ event: detail.item.id, step: undefined, state: undefined })}
          />
        </div>
      </div>
      </div>
    </Container>
  );
}
