import type { TableProps } from '@cloudscape-design/components/table';
import { addressOf } from '../../shell/addresses.ts';
import { BoundedText } from '../../shell/BoundedText.tsx';
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
    minWidth: 190,
    cell: (task) => <RouterLink href={addressOf.task(task.id)}><BoundedText>{task.title}</BoundedText></RouterLink>,
  },
  { id: 'status', header: 'Status', minWidth: 140, cell: (task) => <TaskStatusIndicator status={task.status} /> },
  { id: 'kind', header: 'Kind', minWidth: 100, cell: (task) => capitalised(task.kind) },
  { id: 'owner', header: 'Owner', minWidth: 110, cell: (task) => <BoundedText>{task.owner}</BoundedText> },
  { id: 'created', header: 'Created', sortingField: 'created', minWidth: 140, cell: (task) => formatMoment(task.createdAt) },
  { id: 'updated', header: 'Last change', sortingField: 'updated', minWidth: 140, cell: (task) => formatMoment(task.updatedAt) },
  { id: 'priority', header: 'Priority', minWidth: 110, sortingField: 'priority', cell: (task) => capitalised(task.priority) },
  { id: 'step', header: 'Step', minWidth: 150, cell: (task) => <BoundedText>{task.step ?? '-'}</BoundedText> },
  { id: 'failure', header: 'Failure', minWidth: 130, cell: (task) => <BoundedText>{task.failure?.error ?? '-'}</BoundedText> },
  { id: 'subject', header: 'Order or transaction', minWidth: 150, cell: (task) => <BoundedText>{task.subjectId ?? '-'}</BoundedText> },
  { id: 'due', header: 'Due', sortingField: 'due', minWidth: 140, cell: (task) => formatMoment(task.due) },
  { id: 'id', header: 'Id', minWidth: 150, cell: (task) => task.id },
];

/** What is shown of them until somebody chooses otherwise. */
export const usualColumns: readonly string[] = ['title', 'status', 'kind', 'owner', 'created', 'updated', 'priority', 'step'];
