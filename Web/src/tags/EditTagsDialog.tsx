import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { queryKeys } from '../api/queryKeys.ts';
import { stepFunctions } from '../api/stepFunctions.ts';
import type { Tag } from '../api/wire/machines.ts';
import { ProblemNotice } from '../shell/ProblemNotice.tsx';
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

  const save = useMutation({
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
    <Modal
      visible
      size="large"
      header="Edit tags"
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              Cancel
            </Button>
            <Button variant="primary" loading={save.isPending} disabled={!isChanged || tagFaults(draft).some((fault) => fault !== null)} onClick={() => save.mutate()}>
              Save
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <ProblemNotice error={save.error} header="Not every tag was saved" />
        <TagFields tags={draft} onChange={setDraft} />
      </SpaceBetween>
    </Modal>
  );
}
