import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { freshId } from '../../api/freshId.ts';
import { parsed } from '../../api/json.ts';
import { stepFunctions } from '../../api/stepFunctions.ts';
import { JsonEditor } from '../../editor/JsonEditor.tsx';
import { prettyJson } from '../../editor/prettyJson.ts';
import { ConfirmDialog } from '../../shell/ConfirmDialog.tsx';
import { addressOf } from '../../shell/addresses.ts';
import { useNotify } from '../../shell/useNotify.ts';
import type { ExecutionView } from './useExecution.ts';

interface Props {
  view: ExecutionView;
  onClose: () => void;
}

/** Starts the state machine, as it is now, with the input of this execution, which can be changed before. */
export function StartAgainModal({ view, onClose }: Props) {
  const [name, setName] = useState(freshId);
  const [input, setInput] = useState(() => prettyJson(view.input));
  const navigate = useNavigate();
  const notify = useNotify();
  const start = useMutation({
    mutationFn: () => stepFunctions('StartExecution', { stateMachineArn: view.stateMachineArn, input, ...(name === '' ? {} : { name }) }),
    onSuccess: ({ executionArn }) => {
      notify({ type: 'success', header: 'The execution was started' });
      onClose();
      void navigate(addressOf.execution(executionArn));
    },
  });
  return (
    <ConfirmDialog header="New execution" deed="Start execution" size="large" isBusy={start.isPending} isReady={parsed(input) !== undefined} error={start.error} onConfirm={() => start.mutate()} onDismiss={onClose}>
      <FormField label="Name – optional" description={`Of the new execution of ${view.stateMachineName}; up to 80 characters.`}>
        <Input value={name} onChange={({ detail }) => setName(detail.value)} />
      </FormField>
      <FormField label="Input" description="The input of this execution. Change it here if it was what made the execution fail." stretch>
        <JsonEditor value={input} onChange={setInput} label="Input" height={280} />
      </FormField>
    </ConfirmDialog>
  );
}
