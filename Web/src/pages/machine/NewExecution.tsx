import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Modal from '@cloudscape-design/components/modal';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { queryKeys } from '../../api/queryKeys.ts';
import { stepFunctions } from '../../api/stepFunctions.ts';
import type { StateMachine } from '../../api/wire/machines.ts';
import { JsonEditor } from '../../editor/JsonEditor.tsx';
import { prettyJson } from '../../editor/prettyJson.ts';
import { syntaxProblemOf } from '../../editor/syntaxProblem.ts';
import { addressOf } from '../../shell/addresses.ts';
import { MayButton } from '../../shell/MayButton.tsx';
import { ProblemNotice } from '../../shell/ProblemNotice.tsx';
import { useNotify } from '../../shell/useNotify.ts';
import { SyncAnswer } from './SyncAnswer.tsx';
import { TargetField } from './TargetField.tsx';
import { useInputs } from './useInputs.ts';

interface NewExecutionProps {
  readonly machine: StateMachine;
  /** What to begin with: `sample`, the ARN of an earlier execution, or anything else for an empty input. */
  readonly from: string;
  readonly onClose: () => void;
}

/** Starts an execution with an input that one writes, or takes from a sample or an earlier execution. */
export function NewExecution({ machine, from, onClose }: NewExecutionProps) {
  const { name, type, stateMachineArn } = machine;
  const navigate = useNavigate();
  const notify = useNotify();
  const queries = useQueryClient();
  const inputs = useInputs(name, type, from);
  const [typed, setTyped] = useState<string | null>(null);
  const [target, setTarget] = useState(stateMachineArn);
  const [executionName, setExecutionName] = useState('');
  const [failure, setFailure] = useState<unknown>(null);
  const input = typed ?? inputs.first ?? '{}';
  const request = { stateMachineArn: target, input: input.trim() === '' ? '{}' : input, ...(executionName === '' ? {} : { name: executionName }) };

  const start = useMutation({
    mutationFn: () => stepFunctions('StartExecution', request),
    onSuccess: async ({ executionArn }) => {
      await queries.invalidateQueries({ queryKey: queryKeys.executions });
      if (type === 'STANDARD') {
        void navigate(addressOf.execution(executionArn));
      } else {
        notify({ type: 'success', header: 'Execution started', content: executionArn });
        onClose();
      }
    },
  });
  const startSync = useMutation({ mutationFn: () => stepFunctions('StartSyncExecution', request) });

  const choose = async (id: string): Promise<void> => {
    try {
      setTyped(prettyJson(await inputs.inputOf(id)));
      setFailure(null);
    } catch (error) {
      setFailure(error);
    }
  };

  const isJson = syntaxProblemOf(request.input) === null;
  const notJson = { disabled: !isJson, disabledReason: 'The input is not JSON.' };
  return (
    <Modal
      visible
      size="large"
      header="Start execution"
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              Cancel
            </Button>
            {type === 'EXPRESS' && (
              <MayButton operation="states:StartSyncExecution" loading={startSync.isPending} onClick={() => startSync.mutate()} {...notJson}>
                Start and wait for the answer
              </MayButton>
            )}
            <MayButton operation="states:StartExecution" variant="primary" loading={start.isPending} onClick={() => start.mutate()} {...notJson}>
              Start execution
            </MayButton>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <ProblemNotice error={start.error ?? startSync.error} header="The execution was not started" />
        <ProblemNotice error={failure ?? inputs.error} header="That input cannot be had" />
        <FormField label="Name" description="Must be new for this state machine. Left empty, the execution gets one.">
          <Input value={executionName} onChange={({ detail }) => setExecutionName(detail.value)} />
        </FormField>
        <TargetField machine={machine} target={target} onChange={setTarget} />
        <FormField label="Take the input of">
          <Select
            placeholder="Choose a sample or an earlier execution"
            selectedOption={null}
            options={inputs.options}
            onChange={({ detail }) => void choose(detail.selectedOption.value ?? '')}
            empty="There are none yet."
          />
        </FormField>
        <FormField label="Input" stretch>
          <JsonEditor label="Input of the execution" value={input} onChange={setTyped} height={300} />
        </FormField>
        {startSync.data !== undefined && <SyncAnswer answer={startSync.data} />}
      </SpaceBetween>
    </Modal>
  );
}
