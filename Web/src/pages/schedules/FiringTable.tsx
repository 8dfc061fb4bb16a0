import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { queryKeys } from '../../api/queryKeys.ts';
import { content, rest } from '../../api/rest.ts';
import { CursorPagination } from '../../shell/CursorPagination.tsx';
import { formatCount, formatMoment } from '../../shell/format.ts';
import { ProblemNotice } from '../../shell/ProblemNotice.tsx';
import { useCursorPages } from '../../shell/useCursorPages.ts';
import { FiringLink } from './FiringLink.tsx';
import { FiringStatusIndicator } from './FiringStatusIndicator.tsx';

/** What became of the due times of a schedule, the latest first. */
export function FiringTable({ schedule }: { schedule: string }) {
  const pages = useCursorPages(schedule);
  const { data, error, isPending, isPlaceholderData, refetch } = useQuery({
    queryKey: [...queryKeys.firings(schedule), pages.cursor],
    queryFn: ({ signal }) => content(rest.GET('/api/v1/schedules/{name}/firings', { params: { path: { name: schedule }, query: { limit: 20, cursor: pages.cursor } }, signal })),
    refetchInterval: 5_000,
    placeholderData: keepPreviousData,
  });
  return (
    <SpaceBetween size="l">
      <ProblemNotice error={error} header="The firings cannot be listed" onRetry={() => void refetch()} />
      <Table
        header={<Header variant="h2">Firings</Header>}
        ariaLabels={{ tableLabel: 'Firings' }}
        items={data?.items ?? []}
        trackBy="id"
        loading={isPending || isPlaceholderData}
        loadingText="Asking for the firings"
        empty="It has not been due yet."
        pagination={<CursorPagination pages={pages} next={data?.next} disabled={isPlaceholderData} />}
        columnDefinitions={[
          {
            id: 'due',
            header: 'Due',
            isRowHeader: true,
            minWidth: 180,
            cell: ({ due, until, manual }) => `${formatMoment(due)}${until ? ` to ${formatMoment(until)}` : ''}${manual ? ', by hand' : ''}`,
          },
          { id: 'status', header: 'Status', cell: ({ status }) => <FiringStatusIndicator status={status} /> },
          { id: 'fired', header: 'Started', minWidth: 170, cell: ({ firedAt }) => formatMoment(firedAt) },
          { id: 'what', header: 'Led to', cell: (firing) => <FiringLink firing={firing} /> },
          { id: 'count', header: 'Due times', cell: ({ count }) => formatCount(count) },
          { id: 'reason', header: 'Reason', minWidth: 200, cell: ({ reason }) => reason ?? '-' },
        ]}
      />
    </SpaceBetween>
  );
}
