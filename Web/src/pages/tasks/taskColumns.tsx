import type { TableProps } from '@cloudscape-design/components/table';
import { addressOf } from '../../shell/addresses.ts';
import { formatMoment } from '../../shell/format.ts';
import { RouterLink } from '../../shell/RouterLink.tsx';
import { TaskStatusIndicator } from '../../tasks/TaskStatusIndicator.tsx';
import { capitalised } from '../../tasks/taskWords.ts';
import type { TaskSummary } from '../../tasks/types.ts';

type Column = TableProps.ColumnDefinition<TaskSummary> & { id: string; header: string };

/** The columns of the list. Those with a sorting field are the ones that the API can sort by. */
export const taskColumns: readonly Column[] = [
  {
    id: 'title',
    header: 'Title',
    isRowHeader: true,
    minWidth: 220,
    cell: (task) => <RouterLink href={addressOf.task(task.id)}>{task.title}</RouterLink>,
  },
  { id: 'status', header: 'Status', minWidth: 120, cell: (task) => <TaskStatusIndicator status={task.status} /> },
  { id: 'kind', header: 'Kind', cell: (task) => capitalised(task.kind) },
  { id: 'owner', header: 'Owner', cell: (task) => task.owner },
  { id: 'priority', header: 'Priority', sortingField: 'priority', cell: (task) => capitalised(task.priority) },
  { id: 'step', header: 'Step', cell: (task) => task.step ?? '-' },
  { id: 'failure', header: 'Failure', cell: (task) => task.failure?.error ?? '-' },
  { id: 'subject', header: 'Order or transaction', cell: (task) => task.subjectId ?? '-' },
  { id: 'due', header: 'Due', sortingField: 'due', minWidth: 170, cell: (task) => formatMoment(task.due) },
  { id: 'created', header: 'Created', sortingField: 'created', minWidth: 170, cell: (task) => formatMoment(task.createdAt) },
  { id: 'updated', header: 'Last change', sortingField: 'updated', minWidth: 170, cell: (task) => formatMoment(task.updatedAt) },
  { id: 'id', header: 'Id', cell: (task) => task.id },
];

/** What is shown of them until somebody chooses otherwise. */
export const usualColumns: readonly string[] = ['title', 'status', 'kind', 'owner', 'priority', 'step', 'created', 'updated'];
