import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMay } from '../../api/permissions.ts';
import { queryKeys } from '../../api/queryKeys.ts';
import { content, rest, type Schema } from '../../api/rest.ts';
import { CursorPagination } from '../../shell/CursorPagination.tsx';
import { MayButton } from '../../shell/MayButton.tsx';
import { ProblemNotice } from '../../shell/ProblemNotice.tsx';
import { useCursorPages } from '../../shell/useCursorPages.ts';
import { deadEventColumns } from './deadEventColumns.tsx';
import { useRedelivery } from './useRedelivery.ts';

interface Props {
  name: string;
  /** Whether the subscription is in the settings still. */
  isThere: boolean;
}

type DeadEvent = Schema<'DeadEvent'>;

/** The events of a subscription that were given up, the latest first, each with the reason. They can be delivered after all. */
export function DeadEvents({ name, isThere }: Props) {
  const may = useMay('listDeadEvents');
  const pages = useCursorPages(name);
  const [chosen, setChosen] = useState<readonly DeadEvent[]>([]);
  const { data, error, isPending, isFetching, refetch } = useQuery({
    queryKey: [...queryKeys.deadEvents(name), pages.cursor],
    queryFn: ({ signal }) => content(rest.GET('/api/v1/event-subscriptions/{name}/dead-events', { params: { path: { name }, query: { cursor: pages.cursor } }, signal })),
    enabled: may.allowed,
  });
  const redelivery = useRedelivery(name, () => setChosen([]));
  const items = data?.items ?? [];
  const selected = items.filter(({ id }) => chosen.some((each) => each.id === id));
  return (
    <>
      <ProblemNotice error={error} header="What was given up cannot be listed" onRetry={() => void refetch()} />
      <ProblemNotice error={redelivery.error} header="Not everything that was chosen is delivered after all" />
      <Table
        variant="container"
        ariaLabels={{
          tableLabel: 'Events that were given up',
          selectionGroupLabel: 'Choose events',
          allItemsSelectionLabel: () => 'Choose all of this page',
          itemSelectionLabel: (_, { id }) => `Choose event ${id}`,
        }}
        header={
          <Header
            variant="h2"
            description="The receiver would not take them, or not in time."
            actions={
              <SpaceBetween direction="horizontal" size="xs">
                <Button iconName="refresh" ariaLabel="Refresh" loading={isFetching} onClick={() => void refetch()} />
                <MayButton
                  operation="redeliverEvent"
                  loading={redelivery.isPending}
                  onClick={() => redelivery.mutate(selected.map(({ id }) => id))}
                  {...whyNotRedeliverable(isThere, selected.length)}
                >
                  Deliver after all
                </MayButton>
              </SpaceBetween>
            }
          >
            Given up
          </Header>
        }
        items={items}
        trackBy="id"
        wrapLines
        selectionType="multi"
        selectedItems={selected}
        onSelectionChange={({ detail }) => setChosen(detail.selectedItems)}
        loading={isPending}
        loadingText="Asking for the events"
        empty="Nothing was given up."
        columnDefinitions={deadEventColumns}
        pagination={<CursorPagination pages={pages} next={data?.next} />}
      />
    </>
  );
}

function whyNotRedeliverable(isThere: boolean, count: number) {
  if (!isThere) {
    return { disabled: true, disabledReason: 'The subscription is not in the settings.' };
  }

  return count === 0 ? { disabled: true, disabledReason: 'Choose events first.' } : {};
}
