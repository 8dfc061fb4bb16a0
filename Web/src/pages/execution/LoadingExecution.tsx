import Box from '@cloudscape-design/components/box';
import Spinner from '@cloudscape-design/components/spinner';
import { Page } from '../../shell/Page.tsx';
import { readExecutionArn } from './executionArn.ts';

/** What is seen of an execution until the server has answered. */
export function LoadingExecution({ arn }: { arn: string }) {
  return (
    <Page title={readExecutionArn(arn)?.name ?? 'Execution'}>
      <Box textAlign="center" padding="xxl">
        <Spinner size="large" /> <Box variant="span">Loading the execution</Box>
      </Box>
    </Page>
  );
}
