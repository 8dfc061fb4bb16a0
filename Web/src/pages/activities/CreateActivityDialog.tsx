import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { queryKeys } from '../../api/queryKeys.ts';
import { stepFunctions } from '../../api/stepFunctions.ts';
import type { Tag } from '../../api/wire/machines.ts';
import { ProblemNotice } from '../../shell/ProblemNotice.tsx';
import { useNotify } from '../../shell/useNotify.ts';
import { TagFields } from '../../tags/TagFields.tsx';
import { tagFaults } from '../../tags/tagFaults.ts';

interface Props {
  readonly onClose: () => void;
}

/** Makes an activity. */
export function CreateActivityDialog({ onClose }: Props) {
  const notify = useNotify();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [tags, setTags] = useState<Tag[]>([]);
  const create = useMutation({
    mutationFn: () => stepFunctions('CreateActivity', { name, ...(tags.length === 0 ? {} : { tags }) }),
    onSuccess: async () => {
      notify({ type: 'success', header: `Activity ${name} is created` });
      onClose();
      await queries.invalidateQueries({ queryKey: queryKeys.activities });
    },
  });

  return (
    <Modal
      visible
      size="large"
      header="Create activity"
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              Cancel
            </Button>
            <Button variant="primary" loading={create.isPending} disabled={name === '' || tagFaults(tags).some((fault) => fault !== null)} onClick={() => create.mutate()}>
              Create
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <ProblemNotice error={create.error} header="The activity was not created" />
        <FormField label="Name" description="State machines name it in the Resource of a Task, workers when they ask for tasks.">
          <Input value={name} onChange={({ detail }) => setName(detail.value)} spellcheck={false} autoFocus />
        </FormField>
        <TagFields tags={tags} onChange={setTags} />
      </SpaceBetween>
    </Modal>
  );
}
