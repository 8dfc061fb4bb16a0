import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Modal from '@cloudscape-design/components/modal';
import Multiselect from '@cloudscape-design/components/multiselect';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiFailure } from '../../api/failure.ts';
import { freshId } from '../../api/freshId.ts';
import { queryKeys } from '../../api/queryKeys.ts';
import { content, rest } from '../../api/rest.ts';
import { useDeed } from '../../api/useDeed.ts';
import { ProblemNotice } from '../../shell/ProblemNotice.tsx';
import { useNotify } from '../../shell/useNotify.ts';
import { fieldFaults, noFaults } from '../../tasks/fieldFaults.ts';
import { MomentInput } from '../../tasks/MomentInput.tsx';
import { capitalised, isTaskKind, isTaskStatus, taskKinds, taskStatuses } from '../../tasks/taskWords.ts';
import { listParameters, type TaskFilter } from '../tasks/taskFilter.ts';

interface Props {
  /** The filter it begins with. */
  initial: TaskFilter;
  onDone: () => void;
}

const pointers: ReadonlySet<string> = new Set(['/filter/owner', '/filter/text', '/filter/createdFrom', '/filter/createdTo']);

const option = (value: string) => ({ value, label: capitalised(value) });

/** Asks for a list of tasks as a file. */
export function NewExportDialog({ initial, onDone }: Props) {
  const [filter, setFilter] = useState(initial);
  const [format, setFormat] = useState<'csv' | 'jsonl'>('csv');
  // The same export under the same key is the same one; another is another.
  const [key, setKey] = useState(freshId);
  const queries = useQueryClient();
  const notify = useNotify();
  const change = (changed: Partial<TaskFilter>) => {
    setFilter({ ...filter, ...changed });
    setKey(freshId());
  };
  const { mutate, error, isPending } = useDeed({
    mutationFn: () =>
      content(rest.POST('/api/v1/exports', { params: { header: { 'Idempotency-Key': key } }, body: { format, filter: listParameters(filter) } })),
    onSuccess: async () => {
      notify({ type: 'success', header: 'The export is under way' });
      await queries.invalidateQueries({ queryKey: queryKeys.exports });
      onDone();
    },
  });
  const faults = error instanceof ApiFailure ? fieldFaults(error, pointers) : noFaults;
  const text = (label: string, description: string, field: 'owner' | 'text') => (
    <FormField label={label} description={description} errorText={faults.at(`/filter/${field}`)}>
      <Input value={filter[field] ?? ''} onChange={({ detail }) => change({ [field]: detail.value === '' ? undefined : detail.value })} />
    </FormField>
  );
  const moment = (label: string, field: 'createdFrom' | 'createdTo') => (
    <FormField label={label} errorText={faults.at(`/filter/${field}`)}>
      <MomentInput label={label} value={filter[field] ?? ''} onChange={(value) => change({ [field]: value === '' ? undefined : value })} />
    </FormField>
  );
  return (
    <Modal
      visible
      header="Export tasks"
      onDismiss={onDone}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onDone}>
              Cancel
            </Button>
            <Button variant="primary" loading={isPending} onClick={() => mutate()}>
              Export
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        {faults.rest.length > 0 && <ProblemNotice error={error} header="The export was not begun" />}
        <FormField label="Format">
          <RadioGroup
            value={format}
            items={[
              { value: 'csv', label: 'CSV', description: 'For spreadsheets.' },
              { value: 'jsonl', label: 'JSON lines', description: 'A JSON object a line, with everything about the task.' },
            ]}
            onChange={({ detail }) => {
              setFormat(detail.value === 'jsonl' ? 'jsonl' : 'csv');
              setKey(freshId());
            }}
          />
        </FormField>
        <FormField label="Status" description="None chosen: whatever the status.">
          <Multiselect
            placeholder="Any status"
            expandToViewport
            selectedOptions={filter.statuses.map(option)}
            options={taskStatuses.map(option)}
            onChange={({ detail }) => change({ statuses: detail.selectedOptions.map(({ value = '' }) => value).filter(isTaskStatus) })}
          />
        </FormField>
        <FormField label="Kind" description="None chosen: whatever the kind.">
          <Multiselect
            placeholder="Any kind"
            expandToViewport
            selectedOptions={filter.kinds.map(option)}
            options={taskKinds.map(option)}
            onChange={({ detail }) => change({ kinds: detail.selectedOptions.map(({ value = '' }) => value).filter(isTaskKind) })}
          />
        </FormField>
        {text('Owner', 'Only this caller’s tasks.', 'owner')}
        {text('Text', 'In the id, title, owner or subject.', 'text')}
        {moment('Created from', 'createdFrom')}
        {moment('Created before', 'createdTo')}
      </SpaceBetween>
    </Modal>
  );
}
