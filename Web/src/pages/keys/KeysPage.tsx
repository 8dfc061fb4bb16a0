import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Pagination from '@cloudscape-design/components/pagination';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import TextFilter from '@cloudscape-design/components/text-filter';
import { useCollection } from '@cloudscape-design/collection-hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMay } from '../../api/permissions.ts';
import { queryKeys } from '../../api/queryKeys.ts';
import { content, rest, type Schema } from '../../api/rest.ts';
import { MayButton } from '../../shell/MayButton.tsx';
import { Page } from '../../shell/Page.tsx';
import { ProblemNotice } from '../../shell/ProblemNotice.tsx';
import { CreateKeyModal } from './CreateKeyModal.tsx';
import { keyColumns } from './keyColumns.tsx';
import { RevokeKeyModal } from './RevokeKeyModal.tsx';
import { RotateKeyModal } from './RotateKeyModal.tsx';
import { SecretModal } from './SecretModal.tsx';

type Key = Schema<'Key'>;

const none: Key[] = [];

/** The API keys: who holds one, what it opens, and what can be done about it. */
export function KeysPage() {
  const may = useMay('listKeys');
  const { data, error, isPending, refetch } = useQuery({
    queryKey: queryKeys.keys,
    queryFn: async ({ signal }) => (await content(rest.GET('/api/v1/keys', { signal }))).items,
    enabled: may.allowed,
  });
  const [open, setOpen] = useState<'create' | 'rotate' | 'revoke' | null>(null);
  const [fresh, setFresh] = useState<Key | null>(null);
  const { items, collectionProps, filterProps, paginationProps, filteredItemsCount } = useCollection(data ?? none, {
    filtering: { empty: <Box textAlign="center">There are no keys.</Box>, noMatch: <Box textAlign="center">No key matches.</Box> },
    pagination: { pageSize: 25 },
    sorting: { defaultState: { sortingColumn: { sortingField: 'created' }, isDescending: true } },
    selection: { trackBy: 'id' },
  });
  const selected = collectionProps.selectedItems?.[0];
  const show = (key: Key) => {
    setOpen(null);
    setFresh(key);
  };

  return (
    <Page
      title="API keys"
      description="A key's id and secret are the credentials of programs: in an X-Api-Key header, as HTTP Basic, or as those of an AWS client."
      {...(data === undefined ? {} : { counter: `(${data.length})` })}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <Button iconName="refresh" ariaLabel="Refresh" onClick={() => void refetch()} disabled={!may.allowed} />
          <MayButton operation="rotateKey" disabled={selected?.state !== 'active'} onClick={() => setOpen('rotate')}>
            Rotate
          </MayButton>
          <MayButton operation="revokeKey" disabled={selected === undefined || selected.state === 'revoked'} onClick={() => setOpen('revoke')}>
            Revoke
          </MayButton>
          <MayButton operation="createKey" variant="primary" onClick={() => setOpen('create')}>
            Create key
          </MayButton>
        </SpaceBetween>
      }
    >
      <ProblemNotice error={error} header="The keys cannot be shown" onRetry={() => void refetch()} />
      <Table
        {...collectionProps}
        variant="container"
        items={items}
        columnDefinitions={keyColumns}
        selectionType="single"
        loading={may.allowed && isPending}
        loadingText="Loading keys"
        {...(may.allowed ? {} : { empty: <Box textAlign="center">{may.reason}</Box> })}
        filter={<TextFilter {...filterProps} filteringPlaceholder="Find keys" filteringAriaLabel="Find keys" countText={`${filteredItemsCount ?? 0} found`} />}
        pagination={<Pagination {...paginationProps} />}
        ariaLabels={{ selectionGroupLabel: 'Select a key', itemSelectionLabel: (_, key) => `Select the key ${key.id} of ${key.owner}` }}
      />
      {open === 'create' && <CreateKeyModal onDismiss={() => setOpen(null)} onMade={show} />}
      {open === 'rotate' && selected !== undefined && <RotateKeyModal apiKey={selected} onDismiss={() => setOpen(null)} onMade={show} />}
      {open === 'revoke' && selected !== undefined && <RevokeKeyModal apiKey={selected} onDismiss={() => setOpen(null)} />}
      {fresh !== null && <SecretModal apiKey={fresh} onDismiss={() => setFresh(null)} />}
    </Page>
  );
}
