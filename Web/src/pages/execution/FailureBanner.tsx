import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import type { ExecutionHistory, ExecutionOutcome } from '../../history/executionHistory.ts';
import { childrenOf, type Scope, type Step } from '../../history/step.ts';
import { CauseText } from '../../shell/CauseText.tsx';
import type { ShownExecution } from './shownExecution.ts';
import type { Look } from './useExecutionAddress.ts';

interface Props {
  shown: ShownExecution;
  look: Look;
}

const headers: Partial<Record<ExecutionOutcome, string>> = {
  FAILED: 'Execution failed',
  TIMED_OUT: 'Execution timed out',
  ABORTED: 'Execution was stopped',
};

/** Why an execution did not succeed, and the way to the step that it broke off in. */
export function FailureBanner({ shown: { history }, look }: Props) {
  const header = headers[history.outcome];
  if (header === undefined) {
    return null;
  }

  const { error, cause } = history.failure ?? {};
  const step = failedStep(history);
  return (
    <Alert
      type={history.outcome === 'ABORTED' ? 'warning' : 'error'}
      header={error === undefined ? header : `${header}: ${error}`}
      action={step && <Button onClick={() => look({ step: step.id, state: undefined, event: undefined })}>Show step detail</Button>}
    >
      <Box variant="awsui-key-label">Cause</Box>
      {cause === undefined ? 'None was given.' : <CauseText cause={cause} />}
    </Alert>
  );
}

/** The innermost step that the execution broke off in. */
function failedStep(history: ExecutionHistory): Step | undefined {
  return brokenOff(history.root) ?? history.steps.at(-1);
}

function brokenOff(scope: Scope): Step | undefined {
  const last = scope.steps.at(-1);
  if (last === undefined || (last.status !== 'failed' && last.status !== 'cancelled')) {
    return undefined;
  }

  const child = childrenOf(last).find(candidate => candidate.status === 'failed');
  return (child === undefined ? undefined : brokenOff(child.scope)) ?? last;
}
