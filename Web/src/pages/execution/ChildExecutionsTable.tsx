import Box from '@cloudscape-design/components/box';
import Select from '@cloudscape-design/components/select';
import Table from '@cloudscape-design/components/table';
import type { Schema } from '../../api/rest.ts';
import { addressOf } from '../../shell/addresses.ts';
import { CursorPagination } from '../../shell/CursorPagination.tsx';
import { ExecutionStatusIndicator } from '../../shell/ExecutionStatusIndicator.tsx';
import { formatPreciseMoment } from '../../shell/format.ts';
import { RouterLink } from '../../shell/RouterLink.tsx';
import type { CursorPages } from '../../shell/useCursorPages.ts';
import type { ChildStatus } from './useChildExecutions.ts';

interface Props {
  page: Schema<'ExecutionPage'> | undefined;
  pages: CursorPages;
  isLoading: boolean;
  /** Only those that stand so are listed; undefined for all. */
  status: ChildStatus | undefined;
  onStatus: (status: ChildStatus | undefined) => void;
}

const any = { value: undefined, label: 'Any status' };
const options: readonly { value: ChildStatus | undefined; label: string }[] = [
  any,
  { value: 'RUNNING', label: 'Running' },
  { value: 'SUCCEEDED', label: 'Succeeded' },
  { value: 'FAILED', label: 'Failed' },
  { value: 'TIMED_OUT', label: 'Timed out' },
  { value: 'ABORTED', label: 'Aborted' },
];

/** The child executions of a Map Run, page by page. Their status stands first, so that it is in sight where there is little room. */
export function ChildExecutionsTable({ page, pages, isLoading, status, onStatus }: Props) {
  return (
    <Table
      variant="borderless"
      loading={isLoading}
      loadingText="Loading the child executions"
      items={page?.items ?? []}
      trackBy="executionArn"
      ariaLabels={{ tableLabel: 'Child executions' }}
      filter={
        <Select
          selectedOption={options.find(option => option.value === status) ?? any}
          options={options}
          onChange={({ detail }) => onStatus(options.find(option => option.value === detail.selectedOption.value)?.value)}
          ariaLabel="Status of the child executions"
        />
      }
      pagination={<CursorPagination pages={pages} next={page?.next} disabled={isLoading} />}
      empty={<Box color="text-body-secondary">{emptyWords(status, page?.next)}</Box>}
      columnDefinitions={[
        { id: 'status', header: 'Status', minWidth: 120, cell: child => <ExecutionStatusIndicator status={child.status} /> },
        { id: 'name', header: 'Child execution', minWidth: 150, isRowHeader: true, cell: child => <RouterLink href={addressOf.execution(child.executionArn)}>{child.name}</RouterLink> },
        { id: 'start', header: 'Start', minWidth: 200, cell: child => formatPreciseMoment(child.startDate) },
      ]}
    />
  );
}

function emptyWords(status: ChildStatus | undefined, next: string | null | undefined): string {
  if (next) {
    return 'None of those looked through so far. The next page goes on.';
  }

  return status === undefined ? 'There are no child executions to be seen. Those of type EXPRESS leave none.' : 'No child execution stands so.';
}
