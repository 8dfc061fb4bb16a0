import Table, { type TableProps } from '@cloudscape-design/components/table';
import { memo, useMemo } from 'react';
import type { EventRow } from '../../history/eventRow.ts';
import { eventColumns } from './eventColumns.tsx';
import type { Look } from './useExecutionAddress.ts';

interface Props {
  items: readonly EventRow[];
  first: number;
  last: number;
  collectionProps: Partial<TableProps<EventRow>>;
  opened: number | undefined;
  look: Look;
}

/** The lines from the first up to, and without, the last. Drawn anew only when others come into sight. */
export const EventLines = memo(function EventLines({ items, first, last, collectionProps, opened, look }: Props) {
  const columns = useMemo(
    () =>
      eventColumns(
        opened,
        row => look({ event: row.id === opened ? undefined : row.id, step: undefined, state: undefined }),
        row => look({ step: row.step?.id, event: undefined, state: undefined }),
      ),
    [opened, look],
  );
  return (
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
      columnDefinitions={columns}
      ariaLabels={{ tableLabel: 'Events of the execution' }}
      onRowClick={({ detail }) => look({ event: detail.item.id, step: undefined, state: undefined })}
    />
  );
});
