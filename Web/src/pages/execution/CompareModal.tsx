import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Table from '@cloudscape-design/components/table';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { queryKeys } from '../../api/queryKeys.ts';
import { stepFunctions } from '../../api/stepFunctions.ts';
import { ConfirmDialog } from '../../shell/ConfirmDialog.tsx';
import { addressOf } from '../../shell/addresses.ts';
import { ExecutionStatusIndicator } from '../../shell/ExecutionStatusIndicator.tsx';
import { formatMoment } from '../../shell/format.ts';
import { readExecutionArn } from './executionArn.ts';
import type { ExecutionView } from './useExecution.ts';

interface Props {
  view: ExecutionView;
  onClose: () => void;
}

const mostListed = 20;

/** Asks which execution this one is to be compared with: one of the latest of the state machine or the Map Run, or any other by its ARN. */
export function CompareModal({ view, onClose }: Props) {
  const [other, setOther] = useState('');
  const navigate = useNavigate();
  const family = view.mapRunArn ? { mapRunArn: view.mapRunArn } : { stateMachineArn: view.stateMachineArn };
  const latest = useQuery({
    queryKey: queryKeys.executionList({ compareWith: view.executionArn }),
    queryFn: ({ signal }) => stepFunctions('ListExecutions', { ...family, maxResults: mostListed + 1 }, signal),
    staleTime: 0,
  });
  const listed = (latest.data?.executions ?? []).filter(({ executionArn }) => executionArn !== view.executionArn).slice(0, mostListed);
  const read = readExecutionArn(other.trim());
  return (
    <ConfirmDialog
      header="Compare with another execution"
      deed="Compare"
      size="large"
      isBusy={false}
      isReady={read !== undefined && !read.isExpress}
      error={latest.error}
      failure="The executions cannot be listed"
      onConfirm={() => void navigate(addressOf.comparison(view.executionArn, other.trim()))}
      onDismiss={onClose}
    >
      <Table
        variant="borderless"
        selectionType="single"
        loading={latest.isPending}
        loadingText="Loading executions"
        items={listed}
        trackBy="executionArn"
        selectedItems={listed.filter(({ executionArn }) => executionArn === other)}
        onSelectionChange={({ detail }) => setOther(detail.selectedItems[0]?.executionArn ?? '')}
        ariaLabels={{ tableLabel: 'Latest executions', selectionGroupLabel: 'Execution to compare with', itemSelectionLabel: (_state, item) => item.name }}
        empty={latest.error === null && <Box color="text-body-secondary">{view.mapRunArn ? 'The Map Run has no other child execution.' : 'The state machine has no other execution.'}</Box>}
        columnDefinitions={[
          { id: 'name', header: view.mapRunArn ? 'Latest of the Map Run' : `Latest of ${view.stateMachineName}`, isRowHeader: true, cell: item => item.name },
          { id: 'status', header: 'Status', cell: item => <ExecutionStatusIndicator status={item.status} /> },
          { id: 'start', header: 'Start', cell: item => formatMoment(item.startDate) },
        ]}
      />
      <FormField label="Execution ARN" description="Or the ARN of any other execution.">
        <Input value={other} onChange={({ detail }) => setOther(detail.value)} placeholder="arn:aws:states:region:account:execution:state-machine:name" />
      </FormField>
    </ConfirmDialog>
  );
}
