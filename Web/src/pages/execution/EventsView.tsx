import { useCollection } from '@cloudscape-design/collection-hooks';
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import PropertyFilter from '@cloudscape-design/components/property-filter';
import { useMemo } from 'react';
import { eventRow } from '../../history/eventRow.ts';
import { formatCount } from '../../shell/format.ts';
import { eventFilterProperties, filterOptions } from './eventColumns.tsx';
import { EventWindow } from './EventWindow.tsx';
import type { ShownExecution } from './shownExecution.ts';
import type { Look, LookedAt } from './useExecutionAddress.ts';

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
        <EventWindow items={items} collectionProps={collectionProps} opened={at.event} look={look} />
      </div>
    </Container>
  );
}
