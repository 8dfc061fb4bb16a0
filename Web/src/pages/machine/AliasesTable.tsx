import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import { useCollection } from '@cloudscape-design/collection-hooks';
import { useState } from 'react';
import type { Alias, StateMachine } from '../../api/wire/machines.ts';
import { qualifierWords } from '../../machines/qualifiers.ts';
import { useAliases } from '../../machines/useAliases.ts';
import { useVersions } from '../../machines/useVersions.ts';
import { BoundedText } from '../../shell/BoundedText.tsx';
import { formatCount, formatMoment } from '../../shell/format.ts';
import { MayButton } from '../../shell/MayButton.tsx';
import { ProblemNotice } from '../../shell/ProblemNotice.tsx';
import { AliasDialog } from './AliasDialog.tsx';
import { DeleteAliasDialog } from './DeleteAliasDialog.tsx';

interface Props {
  readonly machine: StateMachine;
}

const columns: readonly TableProps.ColumnDefinition<Alias>[] = [
  { id: 'name', header: 'Name', isRowHeader: true, cell: ({ name = '' }) => <BoundedText>{name}</BoundedText> },
  { id: 'leads', header: 'Leads to', cell: ({ routingConfiguration = [] }) => routingConfiguration.map(({ stateMachineVersionArn, weight }) => `${qualifierWords(stateMachineVersionArn)} (${weight} %)`).join(', ') },
  { id: 'description', header: 'Description', cell: ({ description = '' }) => <BoundedText isLong>{description === '' ? '-' : description}</BoundedText> },
  { id: 'updated', header: 'Changed', cell: ({ updateDate, creationDate }) => formatMoment(updateDate ?? creationDate) },
];

const none: Alias[] = [];

/** The aliases of a state machine: names that lead to one version, or to two in shares. */
export function AliasesTable({ machine }: Props) {
  const aliases = useAliases(machine);
  const versions = useVersions(machine);
  const [open, setOpen] = useState<'create' | 'edit' | 'delete' | null>(null);
  const { items, collectionProps, actions } = useCollection(aliases.data ?? none, {
    filtering: { empty: <Box textAlign="center">There are no aliases.</Box> },
    selection: { trackBy: 'stateMachineAliasArn' },
  });
  const selected = collectionProps.selectedItems?.[0];
  const known = (versions.data ?? []).map(({ stateMachineVersionArn }) => stateMachineVersionArn);

  const close = (): void => {
    setOpen(null);
    actions.setSelectedItems([]);
  };

  return (
    <SpaceBetween size="s">
      <ProblemNotice error={aliases.error ?? versions.error} header="The aliases cannot be shown" onRetry={() => void aliases.refetch()} />
      <Table<Alias>
        {...collectionProps}
        variant="container"
        items={items}
        columnDefinitions={columns}
        selectionType="single"
        loading={aliases.isPending}
        loadingText="Asking for the aliases"
        ariaLabels={{ tableLabel: 'Aliases', selectionGroupLabel: 'Select an alias', itemSelectionLabel: (_, { name }) => `Select alias ${name ?? ''}` }}
        header={
          <Header
            variant="h2"
            counter={`(${formatCount(aliases.data?.length ?? 0)})`}
            actions={
              <SpaceBetween direction="horizontal" size="xs">
                <Button iconName="refresh" ariaLabel="Refresh the aliases" onClick={() => void aliases.refetch()} />
                <MayButton operation="states:DeleteStateMachineAlias" disabled={selected === undefined} onClick={() => setOpen('delete')}>
                  Delete alias
                </MayButton>
                <MayButton operation="states:UpdateStateMachineAlias" disabled={selected === undefined} onClick={() => setOpen('edit')}>
                  Edit alias
                </MayButton>
                <MayButton operation="states:CreateStateMachineAlias" disabled={known.length === 0} disabledReason="Publish a version first: an alias leads to one." onClick={() => setOpen('create')}>
                  Create alias
                </MayButton>
              </SpaceBetween>
            }
          >
            Aliases
          </Header>
        }
      />
      {open === 'create' && <AliasDialog machine={machine} alias={undefined} versions={known} onClose={close} />}
      {open === 'edit' && selected !== undefined && <AliasDialog machine={machine} alias={selected} versions={known} onClose={close} />}
      {open === 'delete' && selected !== undefined && <DeleteAliasDialog machine={machine} alias={selected} onClose={close} />}
    </SpaceBetween>
  );
}
