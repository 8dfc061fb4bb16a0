import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Pagination from '@cloudscape-design/components/pagination';
import Table from '@cloudscape-design/components/table';
import { useState } from 'react';
import { durationText } from '../../history/duration.ts';
import { eventRow } from '../../history/eventRow.ts';
import type { ExecutionHistory } from '../../history/executionHistory.ts';
import type { Step } from '../../history/step.ts';
import type { Look } from './useExecutionAddress.ts';

interface Props {
  history: ExecutionHistory;
  step: Step;
  look: Look;
}

const pageSize = 25;

/** The events that are about a step. */
export function StepEvents({ history, step, look }: Props) {
  const [page, setPage] = useState(1);
  const pages = Math.max(1, Math.ceil(step.events.length / pageSize));
  const shown = step.events.slice((page - 1) * pageSize, page * pageSize).flatMap(id => history.eventById(id) ?? []);
  return (
    <Table
      variant="borderless"
      items={shown.map(event => eventRow(history, event))}
      trackBy="id"
      ariaLabels={{ tableLabel: `Events of ${step.name}` }}
      pagination={pages > 1 && <Pagination currentPageIndex={page} pagesCount={pages} onChange={({ detail }) => setPage(detail.currentPageIndex)} />}
      empty={<Box color="text-body-secondary">There are none.</Box>}
      columnDefinitions={[
        {
          id: 'id',
          header: 'ID',
          isRowHeader: true,
          cell: row => (
            <Button variant="inline-link" ariaLabel={`Event ${row.id}`} onClick={() => look({ event: row.id })}>
              {row.id}
            </Button>
          ),
        },
        { id: 'type', header: 'Type', cell: row => row.type },
        { id: 'startedAfter', header: 'Started after', cell: row => durationText(row.startedAfter) },
      ]}
    />
  );
}
