import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import Textarea from '@cloudscape-design/components/textarea';
import { useState } from 'react';
import { ApiFailure } from '../../../api/failure.ts';
import { ConfirmDialog } from '../../../shell/ConfirmDialog.tsx';
import { fieldFaults, noFaults } from '../../../tasks/fieldFaults.ts';

interface Props {
  header: string;
  /** What will happen. */
  description: string;
  /** What the text is: `Note`, `Reason`; and the member of the request it goes into. */
  label: string;
  member: 'note' | 'reason';
  /** What the button says: the deed. */
  deed: string;
  isBusy: boolean;
  error: unknown;
  onConfirm: (text: string | undefined) => void;
  onDismiss: () => void;
}

/** Asks before something is done to a task, with room for a word to whoever reads its history. */
export function ReasonDialog({ header, description, label, member, deed, isBusy, error, onConfirm, onDismiss }: Props) {
  const [text, setText] = useState('');
  const faults = error instanceof ApiFailure && error.faults.length > 0 ? fieldFaults(error, new Set([`/${member}`])) : noFaults;
  const fault = faults.at(`/${member}`);
  const confirm = () => onConfirm(text.trim() === '' ? undefined : text.trim());
  return (
    <ConfirmDialog header={header} deed={deed} isBusy={isBusy} error={fault === '' ? error : null} onConfirm={confirm} onDismiss={onDismiss}>
      <Box>{description}</Box>
      <FormField
        label={
          <span>
            {label} <i>- optional</i>
          </span>
        }
        description="Whoever reads the task's history sees it."
        errorText={fault}
      >
        <Textarea value={text} rows={3} autoFocus onChange={({ detail }) => setText(detail.value)} />
      </FormField>
    </ConfirmDialog>
  );
}
