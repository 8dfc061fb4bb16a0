import ColumnLayout from '@cloudscape-design/components/column-layout';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { queryKeys } from '../../api/queryKeys.ts';
import { stepFunctions } from '../../api/stepFunctions.ts';
import { useDeed } from '../../api/useDeed.ts';
import type { StateMachineType } from '../../api/wire/machines.ts';
import { prettyJson } from '../../editor/prettyJson.ts';
import { addressOf } from '../../shell/addresses.ts';
import { MayButton } from '../../shell/MayButton.tsx';
import { Page } from '../../shell/Page.tsx';
import { ProblemNotice } from '../../shell/ProblemNotice.tsx';
import { useNotify } from '../../shell/useNotify.ts';
import { DefinitionWorkbench } from './DefinitionWorkbench.tsx';
import { defaultRole, starters } from './starters.ts';
import { UnsavedChanges } from './UnsavedChanges.tsx';

const types: readonly { readonly value: StateMachineType; readonly label: string; readonly description: string }[] = [
  { value: 'STANDARD', label: 'Standard', description: 'Durable, with a full history.' },
  { value: 'EXPRESS', label: 'Express', description: 'Short, kept in memory, answers at once.' },
];
const starterOptions = starters.map(({ id, name, says }) => ({ value: id, label: name, description: says }));
const firstDefinition = starters[0]?.definition ?? '';

/** A new state machine: its name, type and role, and its definition beside the graph. */
export function NewMachinePage() {
  const navigate = useNavigate();
  const notify = useNotify();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [type, setType] = useState<StateMachineType>('STANDARD');
  const [role, setRole] = useState(defaultRole);
  const [starter, setStarter] = useState(starters[0]?.id ?? '');
  const [definition, setDefinition] = useState(firstDefinition);
  const [errors, setErrors] = useState(0);
  const isSaved = useRef(false);

  const create = useDeed({
    mutationFn: () => stepFunctions('CreateStateMachine', { name, type, roleArn: role, definition }),
    onSuccess: async () => {
      isSaved.current = true;
      await queries.invalidateQueries({ queryKey: queryKeys.machines });
      notify({ type: 'success', header: `State machine ${name} created` });
      void navigate(addressOf.machine(name));
    },
  });

  const choose = (id: string): void => {
    setStarter(id);
    setDefinition(starters.find((each) => each.id === id)?.definition ?? '');
  };

  const isUntouched = name === '' && role === defaultRole && starters.some((each) => each.definition === definition);
  const hasChanges = useCallback(() => !isSaved.current && !isUntouched, [isUntouched]);

  return (
    <Page
      title="Create state machine"
      crumbs={[{ text: 'State machines', href: '/machines' }]}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <Button onClick={() => setDefinition(prettyJson(definition))}>Format</Button>
          <MayButton
            operation="states:CreateStateMachine"
            variant="primary"
            loading={create.isPending}
            disabled={errors > 0 || name === ''}
            disabledReason={name === '' ? 'The state machine needs a name.' : 'The definition has errors.'}
            onClick={() => create.mutate()}
          >
            Create
          </MayButton>
        </SpaceBetween>
      }
    >
      <ProblemNotice error={create.error} header="The state machine was not created" />
      <ColumnLayout columns={4}>
        <FormField label="Name" constraintText="Letters, digits, - and _, up to 80.">
          <Input value={name} onChange={({ detail }) => setName(detail.value)} ariaRequired />
        </FormField>
        <FormField label="Type">
          <Select
            selectedOption={types.find(({ value }) => value === type) ?? null}
            options={types}
            onChange={({ detail }) => setType(detail.selectedOption.value === 'EXPRESS' ? 'EXPRESS' : 'STANDARD')}
          />
        </FormField>
        <FormField label="Role ARN" constraintText="Kept as on AWS; nothing here asks for it.">
          <Input value={role} onChange={({ detail }) => setRole(detail.value)} />
        </FormField>
        <FormField label="Begin with">
          <Select
            selectedOption={starterOptions.find(({ value }) => value === starter) ?? null}
            options={starterOptions}
            onChange={({ detail }) => choose(detail.selectedOption.value ?? '')}
          />
        </FormField>
      </ColumnLayout>
      <DefinitionWorkbench
        name={name}
        type={type}
        role={role}
        definition={definition}
        onChange={setDefinition}
        onProblems={(problems) => setErrors(problems.filter(({ severity }) => severity === 'error').length)}
      />
      <UnsavedChanges hasChanges={hasChanges} />
    </Page>
  );
}
