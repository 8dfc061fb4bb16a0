import type { Schema } from '../../api/rest.ts';
import { addressOf } from '../../shell/addresses.ts';
import { RouterLink } from '../../shell/RouterLink.tsx';

/** Where a firing led: the task that follows it, or else its execution. */
export function FiringLink({ firing: { taskId, executionArn } }: { firing: Pick<Schema<'Firing'>, 'taskId' | 'executionArn'> }) {
  if (taskId) {
    return <RouterLink href={addressOf.task(taskId)}>Task</RouterLink>;
  }
  return executionArn ? <RouterLink href={addressOf.execution(executionArn)}>Execution</RouterLink> : <>-</>;
}
