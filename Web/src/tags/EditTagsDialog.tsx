import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { queryKeys } from '../api/queryKeys.ts';
import { stepFunctions } from '../api/stepFunctions.ts';
import { useDeed } from '../api/useDeed.ts';
import type { Tag } from '../api/wire/machines.ts';
import { ConfirmDialog } from '../shell/ConfirmDialog.tsx';
import { useNotify } from '../shell/useNotify.ts';
import { tagChange } from './tagChange.ts';
import { TagFields } from './TagFields.tsx';
import { tagFaults } from './tagFaults.ts';

interface Props {
  readonly resourceArn: string;
  readonly tags: readonly Tag[];
  readonly onClose: () => void;
}

/** Changes tags. What goes is taken off first, so that a resource with fifty can exchange one for another. */
export function EditTagsDialog({ resourceArn, tags, onClose }: Props) {
  const notify = useNotify();
  const queries = useQueryClient();
  const [draft, setDraft] = useState<readonly Tag[]>(tags);
  const { set, remove } = tagChange(tags, draft);
  const isChanged = set.length + remove.length > 0;

  const save = useDeed({
    mutationFn: async () => {
      if (remove.length > 0) {
        await stepFunctions('UntagResource', { resourceArn, tagKeys: remove });
      }
      if (set.length > 0) {
        await stepFunctions('TagResource', { resourceArn, tags: set });
      }
    },
    onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.tags(resourceArn) }),
    onSuccess: () => {
      notify({ type: 'success', header: 'The tags are saved' });
      onClose();
    },
  });

  return (
    <ConfirmDialog
      header="Edit tags"
      deed="Save"
      size="large"
      isBusy={save.isPending}
      isReady={isChanged && tagFaults(draft).every((fault) => fault === null)}
      error={save.error}
      failure="Not every tag was saved"
      onConfirm={() => save.mutate()}
      onDismiss={onClose}
    >
      <TagFields tags={draft} onChange={setDraft} />
    </ConfirmDialog>
  );
}
