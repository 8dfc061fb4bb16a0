import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import Pagination from '@cloudscape-design/components/pagination';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import type { TableProps } from '@cloudscape-design/components/table';
import TextFilter from '@cloudscape-design/components/text-filter';
import { useState } from 'react';
import type { StateMachineListItem } from '../../api/wire/machines.ts';
import { useMachines } from '../../machines/useMachines.ts';
import { addressOf } from '../../shell/addresses.ts';
import { BoundedText } from '../../shell/BoundedText.tsx';
import { formatCount, formatMoment } from '../../shell/format.ts';
import { MayButton } from '../../shell/MayButton.tsx';
import { ProblemNotice } from '../../shell/ProblemNotice.tsx';
import { RouterLink } from '../../shell/RouterLink.tsx';
import { useFollow } from '../../shell/useFollow.ts';
import { useKeptCollection } from '../../shell/useKeptCollection.ts';
import { useMay } from '../../api/permissions.ts';
import { DeleteMachines } from './DeleteMachines.tsx';
import { MachineCount } from './MachineCount.tsx';

const pageSize = 20;

const columns: readonly TableProps.ColumnDefinition<StateMachineListItem>[] = [
  {
    id: 'name',
    header: 'Name',
    sortingField: 'name',
    isRowHeader: true,
    cell: ({ name }) => <RouterLink href={addressOf.machine(name)}><BoundedText>{name}</BoundedText></RouterLink>,
  },
  { id: 'type', header: 'Type', sortingField: 'type', cell: ({ type }) => (type === 'EXPRESS' ? 'Express' : 'Standard') },
  { id: 'created', header: 'Created', sortingField: 'creationDate', cell: ({ creationDate }) => formatMoment(creationDate) },
  { id: 'running', header: 'Running', cell: (machine) => <MachineCount machine={machine} count="running" /> },
  { id: 'succeeded', header: 'Succeeded (24 h)', cell: (machine) => <MachineCount machine={machine} count="succeeded" /> },
  { id: 'failed', header: 'Failed (24 h)', cell: (machine) => <MachineCount machine={machine} count="failed" /> },
];

/** The state machines, with how those of the last day have gone. */
export function MachinesTable() {
  const machines = useMachines();
  const follow = useFollow();
  const mayCreate = useMay('states:CreateStateMachine');
  const [isDeleting, setDeleting] = useState(false);
  const { items, actions, collectionProps, filterProps, paginationProps, filteredItemsCount } = useKeptCollection(machines.data ?? [], {
    filtering: {
      fields: ['name', 'type'],
      empty: <Box textAlign="center">There are no state machines yet.</Box>,
      noMatch: <Box textAlign="center">No state machine has such a name.</Box>,
    },
    pagination: { pageSize },
    sorting: { defaultState: { sortingColumn: { sortingField: 'name' } } },
    selection: { trackBy: 'stateMachineArn' },
  });
  const selected = collectionProps.selectedItems ?? [];

  return (
    <>
      <ProblemNotice error={machines.error} header="The state machines cannot be shown" onRetry={() => void machines.refetch()} />
      <Table<StateMachineListItem>
        {...collectionProps}
        items={items}
        columnDefinitions={columns}
        selectionType="multi"
        loading={machines.isPending}
        loadingText="Asking for the state machines"
        variant="container"
        ariaLabels={{
          selectionGroupLabel: 'Select state machines',
          allItemsSelectionLabel: () => 'Select all',
          itemSelectionLabel: (_, { name }) => `Select ${name}`,
          tableLabel: 'State machines',
        }}
        header={
          <Header
            variant="h2"
            counter={`(${formatCount(machines.data?.length ?? 0)})`}
            actions={
              <SpaceBetween direction="horizontal" size="xs">
                <Button iconName="refresh" ariaLabel="Refresh" onClick={() => void machines.refetch()} />
                <Button href={addressOf.bundle()} onFollow={follow}>
                  Open a bundle
                </Button>
                <MayButton
                  operation="states:DeleteStateMachine"
                  disabled={selected.length === 0}
                  onClick={() => setDeleting(true)}
                >
                  Delete
                </MayButton>
                {mayCreate.allowed ? (
                  <Button variant="primary" href={addressOf.newMachine()} onFollow={follow}>
                    Create state machine
                  </Button>
                ) : (
                  <MayButton operation="states:CreateStateMachine" variant="primary">
                    Create state machine
                  </MayButton>
                )}
              </SpaceBetween>
            }
          >
            All state machines
          </Header>
        }
        filter={
          <TextFilter
            {...filterProps}
            filteringPlaceholder="Find by name or type"
            filteringAriaLabel="Find state machines"
            countText={`${formatCount(filteredItemsCount ?? 0)} found`}
          />
        }
        pagination={
          <Pagination {...paginationProps} ariaLabels={{ nextPageLabel: 'Next page', previousPageLabel: 'Previous page', pageLabel: (page) => `Page ${page}` }} />
        }
      />
      {isDeleting && (
        <DeleteMachines
          machines={selected}
          onClose={() => {
            setDeleting(false);
            actions.setSelectedItems([]);
          }}
        />
      )}
    </>
  );
}
