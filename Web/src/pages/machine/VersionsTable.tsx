import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import Pagination from '@cloudscape-design/components/pagination';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import { useCollection } from '@cloudscape-design/collection-hooks';
import { useState } from 'react';
import type { Alias, PublishedVersion, StateMachine } from '../../api/wire/machines.ts';
import { qualifierOf } from '../../machines/qualifiers.ts';
import { useAliases } from '../../machines/useAliases.ts';
import { useVersions } from '../../machines/useVersions.ts';
import { BoundedText } from '../../shell/BoundedText.tsx';
import { formatCount, formatMoment } from '../../shell/format.ts';
import { MayButton } from '../../shell/MayButton.tsx';
import { ProblemNotice } from '../../shell/ProblemNotice.tsx';
import { DeleteVersionDialog } from './DeleteVersionDialog.tsx';
import { PublishVersionDialog } from './PublishVersionDialog.tsx';
import { VersionDescription } from './VersionDescription.tsx';
import { VersionDialog } from './VersionDialog.tsx';

interface Props {
  readonly machine: StateMachine;
}

const pageSize = 20;
const none: PublishedVersion[] = [];

/** The published versions of a state machine: definitions that no longer change. */
export function VersionsTable({ machine }: Props) {
  const versions = useVersions(machine);
  const aliases = useAliases(machine);
  const [open, setOpen] = useState<'publish' | 'delete' | null>(null);
  const [shown, setShown] = useState<string | null>(null);
  const { items, collectionProps, paginationProps, actions } = useCollection(versions.data ?? none, {
    filtering: { empty: <Box textAlign="center">No version has been published.</Box> },
    pagination: { pageSize },
    selection: { trackBy: 'stateMachineVersionArn' },
  });
  const selected = collectionProps.selectedItems?.[0];

  const columns: readonly TableProps.ColumnDefinition<PublishedVersion>[] = [
    {
      id: 'version',
      header: 'Version',
      isRowHeader: true,
      cell: ({ stateMachineVersionArn }) => (
        <Button variant="inline-link" ariaLabel={`Show version ${qualifierOf(stateMachineVersionArn) ?? ''}`} onClick={() => setShown(stateMachineVersionArn)}>
          {qualifierOf(stateMachineVersionArn)}
        </Button>
      ),
    },
    { id: 'description', header: 'Description', cell: ({ stateMachineVersionArn }) => <VersionDescription name={machine.name} arn={stateMachineVersionArn} /> },
    { id: 'aliases', header: 'Aliases', cell: ({ stateMachineVersionArn }) => <BoundedText>{aliasesOf(stateMachineVersionArn, aliases.data ?? [])}</BoundedText> },
    { id: 'created', header: 'Published', cell: ({ creationDate }) => formatMoment(creationDate) },
  ];

  const close = (): void => {
    setOpen(null);
    actions.setSelectedItems([]);
  };

  return (
    <SpaceBetween size="s">
      <ProblemNotice error={versions.error} header="The versions cannot be shown" onRetry={() => void versions.refetch()} />
      <Table<PublishedVersion>
        {...collectionProps}
        variant="container"
        items={items}
        columnDefinitions={columns}
        selectionType="single"
        loading={versions.isPending}
        loadingText="Asking for the versions"
        ariaLabels={{ tableLabel: 'Versions', selectionGroupLabel: 'Select a version', itemSelectionLabel: (_, { stateMachineVersionArn }) => `Select version ${qualifierOf(stateMachineVersionArn) ?? ''}` }}
        header={
          <Header
            variant="h2"
            counter={`(${formatCount(versions.data?.length ?? 0)})`}
            description="A version keeps the definition, the role and the settings as they were when it was published."
            actions={
              <SpaceBetween direction="horizontal" size="xs">
                <Button iconName="refresh" ariaLabel="Refresh the versions" onClick={() => void versions.refetch()} />
                <MayButton operation="states:DeleteStateMachineVersion" disabled={selected === undefined} onClick={() => setOpen('delete')}>
                  Delete version
                </MayButton>
                <MayButton operation="states:PublishStateMachineVersion" onClick={() => setOpen('publish')}>
                  Publish version
                </MayButton>
              </SpaceBetween>
            }
          >
            Versions
          </Header>
        }
        pagination={<Pagination {...paginationProps} ariaLabels={{ nextPageLabel: 'Next page', previousPageLabel: 'Previous page', pageLabel: (page) => `Page ${page}` }} />}
      />
      {open === 'publish' && <PublishVersionDialog machine={machine} onClose={close} />}
      {open === 'delete' && selected !== undefined && <DeleteVersionDialog machine={machine} version={selected} onClose={close} />}
      {shown !== null && <VersionDialog name={machine.name} arn={shown} onClose={() => setShown(null)} />}
    </SpaceBetween>
  );
}

/** The aliases that lead to a version, with their share of it: `live (90 %)`. */
function aliasesOf(versionArn: string, aliases: readonly Alias[]): string {
  const leading = aliases.flatMap(({ name, routingConfiguration = [] }) =>
    routingConfiguration.filter(({ stateMachineVersionArn }) => stateMachineVersionArn === versionArn).map(({ weight }) => `${name ?? ''} (${weight} %)`),
  );
  return leading.length === 0 ? '-' : leading.join(', ');
}
