import Button from '@cloudscape-design/components/button';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queryKeys } from '../../api/queryKeys.ts';
import { stepFunctions } from '../../api/stepFunctions.ts';
import { ExecutionStatusIndicator } from '../../shell/ExecutionStatusIndicator.tsx';
import { formatCount } from '../../shell/format.ts';
import { ProblemNotice } from '../../shell/ProblemNotice.tsx';
import { useCursorPages } from '../../shell/useCursorPages.ts';
import { ChildExecutionsTable } from './ChildExecutionsTable.tsx';
import { useChildExecutions, type ChildStatus } from './useChildExecutions.ts';

interface Props {
  mapRunArn: string;
  isOpen: boolean;
}

/** A Map Run: how many items have come how far, and its child executions. The history does not tell of them, so while it is open the reader asks again. */
export function MapRunTab({ mapRunArn, isOpen }: Props) {
  const [status, setStatus] = useState<ChildStatus>();
  const pages = useCursorPages(`${mapRunArn} ${status ?? ''}`);
  const run = useQuery({
    queryKey: [...queryKeys.executions, 'mapRun', mapRunArn, isOpen],
    queryFn: ({ signal }) => stepFunctions('DescribeMapRun', { mapRunArn }, signal),
  });
  const children = useChildExecutions(mapRunArn, isOpen, status, pages.cursor);
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
      <ChildExecutionsTable page={children.data} pages={pages} isLoading={children.isPending || children.isPlaceholderData} status={status} onStatus={setStatus} />
    </SpaceBetween>
  );
}
