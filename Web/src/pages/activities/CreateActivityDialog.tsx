import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { queryKeys } from '../../api/queryKeys.ts';
import { stepFunctions } from '../../api/stepFunctions.ts';
import { useDeed } from '../../api/useDeed.ts';
import type { Tag } from '../../api/wire/machines.ts';
import { ConfirmDialog } from '../../shell/ConfirmDialog.tsx';
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
  const create = useDeed({
    mutationFn: () => stepFunctions('CreateActivity', { name, ...(tags.length === 0 ? {} : { tags }) }),
    onSuccess: async () => {
      notify({ type: 'success', header: `Activity ${name} is created` });
      onClose();
      await queries.invalidateQueries({ queryKey: queryKeys.activities });
    },
  });

  return (
    <ConfirmDialog
      header="Create activity"
      deed="Create"
      size="large"
      isBusy={create.isPending}
      isReady={name !== '' && tagFaults(tags).every((fault) => fault === null)}
      error={create.error}
      failure="The activity was not created"
      onConfirm={() => create.mutate()}
      onDismiss={onClose}
    >
      <FormField label="Name" description="State machines name it in the Resource of a Task, workers when they ask for tasks.">
        <Input value={name} onChange={({ detail }) => setName(detail.value)} spellcheck={false} autoFocus />
      </FormField>
      <TagFields tags={tags} onChange={setTags} />
    </ConfirmDialog>
  );
}
