import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { useQuery } from '@tanstack/react-query';
import { queryKeys } from '../../api/queryKeys.ts';
import { stepFunctions } from '../../api/stepFunctions.ts';
import { ExecutionStatusIndicator } from '../../shell/ExecutionStatusIndicator.tsx';
import { formatCount, formatPreciseMoment } from '../../shell/format.ts';
import { ProblemNotice } from '../../shell/ProblemNotice.tsx';
import { ExecutionLink } from './ExecutionLink.tsx';

interface Props {
  mapRunArn: string;
  isOpen: boolean;
}

/** A Map Run: how many items have come how far, and its child executions. The history does not tell of them, so while it is open the reader asks again. */
export function MapRunTab({ mapRunArn, isOpen }: Props) {
  const run = useQuery({
    queryKey: [...queryKeys.executions, 'mapRun', mapRunArn, isOpen],
    queryFn: ({ signal }) => stepFunctions('DescribeMapRun', { mapRunArn }, signal),
  });
  const children = useQuery({
    queryKey: [...queryKeys.executions, 'mapRun', mapRunArn, isOpen, 'children'],
    queryFn: ({ signal }) => stepFunctions('ListExecutions', { mapRunArn, maxResults: 100 }, signal),
  });
  const counts = run.data?.itemCounts;
  return (
    <SpaceBetween size="m">
      <ProblemNotice error={run.error ?? children.error} header="The Map Run cannot be shown" />
      {run.data !== undefined && counts !== undefined && (
        <KeyValuePairs
          columns={3}
          minColumnWidth={110}
          items={[
            { label: 'Status', value: <ExecutionStatusIndicator status={run.data.status} /> },
            { label: 'Items', value: formatCount(counts.total) },
            { label: 'Succeeded', value: formatCount(counts.succeeded) },
            { label: 'Running', value: formatCount(counts.running) },
            { label: 'Pending', value: formatCount(counts.pending) },
            { label: 'Failed', value: formatCount(counts.failed + counts.timedOut + counts.aborted) },
          ]}
        />
      )}
      {isOpen && (
        <Button iconName="refresh" loading={run.isFetching} onClick={() => void Promise.all([run.refetch(), children.refetch()])}>
          Refresh
        </Button>
      )}
      <Table
        variant="borderless"
        loading={children.isPending}
        loadingText="Loading the child executions"
        items={children.data?.executions ?? []}
        trackBy="executionArn"
        ariaLabels={{ tableLabel: 'Child executions' }}
        empty={<Box color="text-body-secondary">There are no child executions to be seen. Those of type EXPRESS leave none.</Box>}
        columnDefinitions={[
          { id: 'name', header: 'Child execution', isRowHeader: true, cell: child => <ExecutionLink arn={child.executionArn} /> },
          { id: 'status', header: 'Status', cell: child => <ExecutionStatusIndicator status={child.status} /> },
          { id: 'start', header: 'Start', cell: child => formatPreciseMoment(child.startDate) },
        ]}
      />
    </SpaceBetween>
  );
}
