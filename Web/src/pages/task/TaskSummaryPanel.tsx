import Container from '@cloudscape-design/components/container';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import { addressOf } from '../../shell/addresses.ts';
import { formatMoment } from '../../shell/format.ts';
import { RouterLink } from '../../shell/RouterLink.tsx';
import { TaskStatusIndicator } from '../../tasks/TaskStatusIndicator.tsx';
import { capitalised } from '../../tasks/taskWords.ts';
import type { Task } from '../../tasks/types.ts';

/** What there is to know about a task at a glance. */
export function TaskSummaryPanel({ task }: { task: Task }) {
  return (
    <Container header={<Header variant="h2">Summary</Header>}>
      <KeyValuePairs
        columns={4}
        minColumnWidth={180}
        items={[
          { label: 'Status', value: <TaskStatusIndicator status={task.status} /> },
          { label: 'Step', value: task.step ?? '-' },
          { label: 'Kind', value: capitalised(task.kind) },
          ...(task.kind === 'batch' ? [] : [{ label: task.kind === 'order' ? 'Order' : 'Transaction', value: <Subject task={task} /> }]),
          { label: 'Owner', value: task.owner },
          { label: 'Priority', value: capitalised(task.priority) },
          { label: 'Due', value: formatMoment(task.due) },
          { label: 'Attempt', value: String(task.attempt) },
          { label: 'Workflow', value: <RouterLink href={addressOf.machine(task.workflow)}>{task.workflow}</RouterLink> },
          {
            label: 'Execution',
            value: task.executionArn ? <RouterLink href={addressOf.execution(task.executionArn)}>{task.executionArn.split(':').at(-1)}</RouterLink> : '-',
          },
          { label: 'Created', value: formatMoment(task.createdAt) },
          { label: 'Last change', value: formatMoment(task.updatedAt) },
          { label: 'Id', value: <CopyToClipboard variant="inline" textToCopy={task.id} copyButtonAriaLabel="Copy the id" copySuccessText="Copied" copyErrorText="The browser did not allow copying" /> },
        ]}
      />
    </Container>
  );
}

function Subject({ task: { kind, subjectId } }: { task: Task }) {
  if (!subjectId) {
    return <>-</>;
  }
  return <RouterLink href={kind === 'order' ? addressOf.order(subjectId) : addressOf.transaction(subjectId)}>{subjectId}</RouterLink>;
}
