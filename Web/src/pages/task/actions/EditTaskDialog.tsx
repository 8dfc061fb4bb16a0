import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Modal from '@cloudscape-design/components/modal';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiFailure } from '../../../api/failure.ts';
import { queryKeys } from '../../../api/queryKeys.ts';
import { rest, tagged } from '../../../api/rest.ts';
import type { Tagged } from '../../../api/unlessKnown.ts';
import { useDeed } from '../../../api/useDeed.ts';
import { ProblemNotice } from '../../../shell/ProblemNotice.tsx';
import { useNotify } from '../../../shell/useNotify.ts';
import { fieldFaults, noFaults } from '../../../tasks/fieldFaults.ts';
import { MomentInput } from '../../../tasks/MomentInput.tsx';
import { capitalised, isTaskPriority, taskPriorities } from '../../../tasks/taskWords.ts';
import type { Task } from '../../../tasks/types.ts';
import { useMayDecide } from '../../../tasks/useMayDecide.ts';
import { conflictsOf, patchOf, rebased, sayingsOf, type TaskSayings } from '../conflict.ts';
import { ConflictNotice } from './ConflictNotice.tsx';

interface Props {
  /** The task as it was when the dialog opened: later news do not change what is edited, they are found when it is saved. */
  opened: Tagged<Task>;
  onDone: () => void;
}

const pointers: ReadonlySet<string> = new Set(['/title', '/owner', '/priority', '/due']);

/** Edits what people say about a task. Who was slower than somebody else is shown the new state and goes on from there. */
export function EditTaskDialog({ opened, onDone }: Props) {
  const { id } = opened.data;
  const [base, setBase] = useState(opened);
  const [mine, setMine] = useState(() => sayingsOf(opened.data));
  const [overtaken, setOvertaken] = useState<Tagged<Task>>();
  const mayGiveAway = useMayDecide('updateTask');
  const queries = useQueryClient();
  const notify = useNotify();
  const before = sayingsOf(base.data);

  const { mutate, error, isPending } = useDeed({
    mutationFn: async (sayings: TaskSayings) => {
      const { data, etag } = overtaken ?? base;
      const patch = patchOf(sayingsOf(data), sayings);
      return patch === undefined
        ? { data, etag }
        : tagged(rest.PATCH('/api/v1/tasks/{id}', { params: { path: { id }, header: { 'If-Match': etag ?? '*' } }, body: patch }));
    },
    onSuccess: (saved) => {
      queries.setQueryData(queryKeys.task(id), saved);
      void queries.invalidateQueries({ queryKey: [...queryKeys.tasks, 'list'] });
      notify({ type: 'success', header: 'The task is saved' });
      onDone();
    },
    onError: async (failure) => {
      if (failure instanceof ApiFailure && failure.code === 'precondition-failed') {
        setOvertaken(await tagged(rest.GET('/api/v1/tasks/{id}', { params: { path: { id } } })));
      }
    },
  });

  const faults = error instanceof ApiFailure ? fieldFaults(error, pointers) : noFaults;
  const isConflict = error instanceof ApiFailure && error.code === 'precondition-failed';
  const save = () => mutate(overtaken === undefined ? mine : rebased(before, sayingsOf(overtaken.data), mine));
  return (
    <Modal
      visible
      header="Edit task"
      onDismiss={onDone}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onDone}>
              Cancel
            </Button>
            <Button variant="primary" loading={isPending} onClick={save}>
              {overtaken === undefined ? 'Save' : 'Save on top'}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        {overtaken !== undefined && (
          <ConflictNotice
            conflicts={conflictsOf(before, sayingsOf(overtaken.data), mine)}
            onTake={() => {
              setBase(overtaken);
              setMine(sayingsOf(overtaken.data));
              setOvertaken(undefined);
            }}
          />
        )}
        {!isConflict && faults.rest.length > 0 && <ProblemNotice error={error} header="The task was not saved" />}
        <FormField label="Title" errorText={faults.at('/title')}>
          <Input value={mine.title} autoFocus onChange={({ detail }) => setMine({ ...mine, title: detail.value })} />
        </FormField>
        <FormField
          label="Owner"
          description="The name of a caller."
          errorText={faults.at('/owner')}
          constraintText={mayGiveAway.allowed ? undefined : mayGiveAway.reason}
        >
          <Input value={mine.owner} disabled={!mayGiveAway.allowed} onChange={({ detail }) => setMine({ ...mine, owner: detail.value })} />
        </FormField>
        <FormField label="Priority" errorText={faults.at('/priority')}>
          <Select
            selectedOption={{ value: mine.priority, label: capitalised(mine.priority) }}
            options={taskPriorities.map((value) => ({ value, label: capitalised(value) }))}
            onChange={({ detail }) => {
              const { value = '' } = detail.selectedOption;
              setMine({ ...mine, priority: isTaskPriority(value) ? value : mine.priority });
            }}
          />
        </FormField>
        <FormField label="Due" errorText={faults.at('/due')}>
          <MomentInput label="Due" value={mine.due} onChange={(due) => setMine({ ...mine, due })} invalid={faults.at('/due') !== ''} />
        </FormField>
      </SpaceBetween>
    </Modal>
  );
}
