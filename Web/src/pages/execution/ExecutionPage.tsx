import './execution.css';
import { useParams } from 'react-router';
import { ApiFailure } from '../../api/failure.ts';
import { ProblemNotice } from '../../shell/ProblemNotice.tsx';
import { Page } from '../../shell/Page.tsx';
import { AbsentExecution } from './AbsentExecution.tsx';
import { ExecutionConsole } from './ExecutionConsole.tsx';
import { readExecutionArn } from './executionArn.ts';
import { LoadingExecution } from './LoadingExecution.tsx';
import { useExecution } from './useExecution.ts';

/** An execution: what became of it, step by step, live and at any moment of its past. */
export function ExecutionPage() {
  const { arn = '' } = useParams();
  const read = readExecutionArn(arn);
  return read === undefined || read.isExpress ? <AbsentExecution arn={arn} read={read} /> : <StandardExecution key={arn} arn={arn} />;
}

function StandardExecution({ arn }: { arn: string }) {
  const { data, error, refetch } = useExecution(arn);
  if (data !== undefined) {
    return <ExecutionConsole arn={arn} />;
  }

  if (error instanceof ApiFailure && error.status === 404) {
    return <AbsentExecution arn={arn} read={readExecutionArn(arn)} />;
  }

  return error === null ? (
    <LoadingExecution arn={arn} />
  ) : (
    <Page title="Execution">
      <ProblemNotice error={error} header="The execution cannot be shown" onRetry={() => void refetch()} />
    </Page>
  );
}
