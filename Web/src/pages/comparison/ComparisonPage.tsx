import Box from '@cloudscape-design/components/box';
import Spinner from '@cloudscape-design/components/spinner';
import { useParams } from 'react-router';
import { addressOf, machineNameOf, ownMachine } from '../../shell/addresses.ts';
import { Page } from '../../shell/Page.tsx';
import { ProblemNotice } from '../../shell/ProblemNotice.tsx';
import './comparison.css';
import { Comparison } from './Comparison.tsx';
import { useComparedExecution } from './useComparedExecution.ts';

/** Two executions side by side. */
export function ComparisonPage() {
  const { arn = '', other = '' } = useParams();
  const left = useComparedExecution(arn);
  const right = useComparedExecution(other);
  return (
    <Page
      title="Compare executions"
      crumbs={[
        { text: 'State machines', href: '/machines' },
        { text: ownMachine(machineNameOf(arn)), href: addressOf.machine(machineNameOf(arn)) },
        { text: left.data?.view.name ?? 'Execution', href: addressOf.execution(arn) },
      ]}
    >
      <ProblemNotice error={left.error} header={`The execution ${arn} cannot be shown`} onRetry={() => void left.refetch()} />
      <ProblemNotice error={right.error} header={`The execution ${other} cannot be shown`} onRetry={() => void right.refetch()} />
      {left.data !== undefined && right.data !== undefined ? (
        <Comparison left={left.data} right={right.data} />
      ) : (
        left.error === null &&
        right.error === null && (
          <Box textAlign="center" padding="xxl">
            <Spinner size="large" /> <Box variant="span">Loading the histories</Box>
          </Box>
        )
      )}
    </Page>
  );
}
