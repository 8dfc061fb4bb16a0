import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Pagination from '@cloudscape-design/components/pagination';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import TextFilter from '@cloudscape-design/components/text-filter';
import { useState } from 'react';
import type { Activity } from '../../api/wire/activities.ts';
import { addressOf } from '../../shell/addresses.ts';
import { BoundedText } from '../../shell/BoundedText.tsx';
import { formatCount, formatMoment } from '../../shell/format.ts';
import { MayButton } from '../../shell/MayButton.tsx';
import { Page } from '../../shell/Page.tsx';
import { ProblemNotice } from '../../shell/ProblemNotice.tsx';
import { RouterLink } from '../../shell/RouterLink.tsx';
import { useKeptCollection } from '../../shell/useKeptCollection.ts';
import { CreateActivityDialog } from './CreateActivityDialog.tsx';
import { DeleteActivityDialog } from './DeleteActivityDialog.tsx';
import { useActivities } from './useActivities.ts';

const pageSize = 20;
const none: Activity[] = [];

const columns: readonly TableProps.ColumnDefinition<Activity>[] = [
  { id: 'name', header: 'Name', sortingField: 'name', isRowHeader: true, cell: ({ name }) => <RouterLink href={addressOf.activity(name)}><BoundedText>{name}</BoundedText></RouterLink> },
  { id: 'arn', header: 'ARN', cell: ({ activityArn }) => <BoundedText isLong>{activityArn}</BoundedText> },
  { id: 'created', header: 'Created', sortingField: 'creationDate', cell: ({ creationDate }) => formatMoment(creationDate) },
];

/** The activities: work that state machines leave to programs which ask for it. */
export function ActivitiesPage() {
  const { data, error, isPending, refetch } = useActivities();
  const [open, setOpen] = useState<'create' | 'delete' | null>(null);
  const { items, collectionProps, filterProps, paginationProps, filteredItemsCount, actions } = useKeptCollection(data ?? none, {
    filtering: { fields: ['name'], empty: <Box textAlign="center">There are no activities.</Box>, noMatch: <Box textAlign="center">No activity has such a name.</Box> },
    pagination: { pageSize },
    sorting: { defaultState: { sortingColumn: { sortingField: 'name' } } },
    selection: { trackBy: 'activityArn' },
  });
  const selected = collectionProps.selectedItems?.[0];

  const close = (): void => {
    setOpen(null);
    actions.setSelectedItems([]);
  };

  return (
    <Page
      title="Activities"
      description="A Task state with an activity's ARN as its Resource waits until a worker has asked for the task and brought its result."
      {...(data === undefined ? {} : { counter: `(${formatCount(data.length)})` })}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <Button iconName="refresh" ariaLabel="Refresh" onClick={() => void refetch()} />
          <MayButton operation="states:DeleteActivity" disabled={selected === undefined} onClick={() => setOpen('delete')}>
            Delete
          </MayButton>
          <MayButton operation="states:CreateActivity" variant="primary" onClick={() => setOpen('create')}>
            Create activity
          </MayButton>
        </SpaceBetween>
      }
    >
      <ProblemNotice error={error} header="The activities cannot be shown" onRetry={() => void refetch()} />
      <Table<Activity>
        {...collectionProps}
        variant="container"
        items={items}
        columnDefinitions={columns}
        selectionType="single"
        loading={isPending}
        loadingText="Asking for the activities"
        filter={<TextFilter {...filterProps} filteringPlaceholder="Find by name" filteringAriaLabel="Find activities" countText={`${formatCount(filteredItemsCount ?? 0)} found`} />}
        pagination={<Pagination {...paginationProps} ariaLabels={{ nextPageLabel: 'Next page', previousPageLabel: 'Previous page', pageLabel: (page) => `Page ${page}` }} />}
        ariaLabels={{ tableLabel: 'Activities', selectionGroupLabel: 'Select an activity', itemSelectionLabel: (_, { name }) => `Select ${name}` }}
      />
      {open === 'create' && <CreateActivityDialog onClose={close} />}
      {open === 'delete' && selected !== undefined && <DeleteActivityDialog activity={selected} onClose={close} />}
    </Page>
  );
}
