import Button from '@cloudscape-design/components/button';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { useMay, type Permission } from '../../../api/permissions.ts';
import type { Tagged } from '../../../api/unlessKnown.ts';
import { isEnd } from '../../../tasks/taskWords.ts';
import type { Task } from '../../../tasks/types.ts';
import { useMayDecide } from '../../../tasks/useMayDecide.ts';
import { CancelDialog } from './CancelDialog.tsx';
import { DecisionDialog } from './DecisionDialog.tsx';
import { DeleteTaskDialog } from './DeleteTaskDialog.tsx';
import { EditTaskDialog } from './EditTaskDialog.tsx';
import { RetryDialog } from './RetryDialog.tsx';

type Deed = 'approve' | 'reject' | 'retry' | 'cancel' | 'edit' | 'delete';

const deeds: readonly Deed[] = ['approve', 'reject', 'retry', 'cancel', 'edit', 'delete'];

/** What can be done to a task. What its status rules out, and what the caller may not do, is disabled with the reason. */
export function TaskActions({ shown }: { shown: Tagged<Task> }) {
  const task = shown.data;
  // The task as it was when the dialog opened: what goes on meanwhile must not change what is asked.
  const [open, setOpen] = useState<{ deed: Deed; task: Tagged<Task> }>();
  const approve = useMayDecide('approveTask');
  const reject = useMayDecide('rejectTask');
  const retry = useMayDecide('retryTask');
  const cancel = useMay('cancelTask');
  const edit = useMay('updateTask');
  const remove = useMay('deleteTask');

  const hasEnded = isEnd(task.status);
  const close = () => setOpen(undefined);
  const button = (deed: Deed, text: string, may: Permission, isPrimary = false) => (
    <Button
      variant={isPrimary ? 'primary' : 'normal'}
      onClick={() => setOpen({ deed, task: shown })}
      disabled={!may.allowed}
      {...(may.allowed ? {} : { disabledReason: may.reason ?? 'You may not do this.' })}
    >
      {text}
    </Button>
  );
  const item = (id: Deed, text: string, may: Permission, hindrance: string | undefined) => ({
    id,
    text,
    disabled: !may.allowed || hindrance !== undefined,
    disabledReason: may.allowed ? hindrance : may.reason,
  });

  return (
    <>
      <SpaceBetween direction="horizontal" size="xs">
        {task.status === 'Waiting' && button('approve', 'Approve', approve, true)}
        {task.status === 'Waiting' && button('reject', 'Reject', reject)}
        {(task.status === 'Failed' || task.status === 'Cancelled') && button('retry', 'Try again', retry)}
        {button('edit', 'Edit', edit)}
        <ButtonDropdown
          expandToViewport
          items={[
            item('cancel', 'Call off', cancel, hasEnded ? `The task is ${task.status} already.` : undefined),
            item('delete', 'Delete', remove, hasEnded ? undefined : 'A task is deleted once it has ended.'),
          ]}
          onItemClick={({ detail }) => {
            const deed = deeds.find((name) => name === detail.id);
            setOpen(deed === undefined ? undefined : { deed, task: shown });
          }}
        >
          Actions
        </ButtonDropdown>
      </SpaceBetween>
      {(open?.deed === 'approve' || open?.deed === 'reject') && <DecisionDialog task={open.task.data} decision={open.deed} onDone={close} />}
      {open?.deed === 'retry' && <RetryDialog task={open.task.data} onDone={close} />}
      {open?.deed === 'cancel' && <CancelDialog task={open.task.data} onDone={close} />}
      {open?.deed === 'edit' && <EditTaskDialog opened={open.task} onDone={close} />}
      {open?.deed === 'delete' && <DeleteTaskDialog task={open.task.data} etag={open.task.etag ?? '*'} onDone={close} />}
    </>
  );
}
