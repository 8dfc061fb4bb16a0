import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Spinner from '@cloudscape-design/components/spinner';
import { useParams } from 'react-router';
import { JsonText } from '../../shell/JsonText.tsx';
import { Page } from '../../shell/Page.tsx';
import { ProblemNotice } from '../../shell/ProblemNotice.tsx';
import { TaskActions } from './actions/TaskActions.tsx';
import { Attachments } from './attachments/Attachments.tsx';
import { TaskHistory } from './TaskHistory.tsx';
import { TaskSummaryPanel } from './TaskSummaryPanel.tsx';
import { useTask } from './useTask.ts';

const crumbs = [{ text: 'Tasks', href: '/tasks' }];

/** Everything about one task. */
export function TaskPage() {
  const { id = '' } = useParams();
  const { data: shown, error, isPending, refetch } = useTask(id);
  const task = shown?.data;
  return (
    <Page title={task?.title ?? id} crumbs={crumbs} actions={shown && <TaskActions shown={shown} />}>
      <ProblemNotice error={error} header={task === undefined ? 'The task cannot be shown' : 'The task cannot be looked at again'} onRetry={() => void refetch()} />
      {isPending && <Spinner size="large" />}
      {task?.failure && (
        <Alert type={task.status === 'Cancelled' ? 'warning' : 'error'} header={task.failure.error ?? (task.status === 'Cancelled' ? 'Called off' : 'Failed')}>
          {task.failure.cause ?? 'No cause was given.'}
        </Alert>
      )}
      {task && (
        <SpaceBetween size="l">
          <TaskSummaryPanel task={task} />
          <Container header={<Header variant="h2">History</Header>}>
            <TaskHistory history={task.history} />
          </Container>
          <Container header={<Header variant="h2">Attachments</Header>}>
            <Attachments taskId={task.id} />
          </Container>
          <Container header={<Header variant="h2">Input and result</Header>}>
            <ColumnLayout columns={2}>
              <div>
                <Box variant="awsui-key-label">Input</Box>
                <JsonText label="Input" value={task.input} />
              </div>
              <div>
                <Box variant="awsui-key-label">Result</Box>
                {task.result === undefined ? '-' : <JsonText label="Result" value={task.result} />}
              </div>
            </ColumnLayout>
          </Container>
        </SpaceBetween>
      )}
    </Page>
  );
}
