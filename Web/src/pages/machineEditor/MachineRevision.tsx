import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { queryKeys } from '../../api/queryKeys.ts';
import { stepFunctions } from '../../api/stepFunctions.ts';
import { useDeed } from '../../api/useDeed.ts';
import type { StateMachine } from '../../api/wire/machines.ts';
import { prettyJson } from '../../editor/prettyJson.ts';
import { addressOf } from '../../shell/addresses.ts';
import { MayButton } from '../../shell/MayButton.tsx';
import { Page } from '../../shell/Page.tsx';
import { ProblemNotice } from '../../shell/ProblemNotice.tsx';
import { useFollow } from '../../shell/useFollow.ts';
import { useNotify } from '../../shell/useNotify.ts';
import { seedNames } from '../../machines/seedWorkflows.ts';
import { DefinitionWorkbench } from './DefinitionWorkbench.tsx';
import { UnsavedChanges } from './UnsavedChanges.tsx';

interface MachineRevisionProps {
  readonly machine: StateMachine;
}

/** The form that makes the next revision of a state machine. Executions that run go on with the one they began with. */
export function MachineRevision({ machine }: MachineRevisionProps) {
  const { name, type, stateMachineArn } = machine;
  const notify = useNotify();
  const follow = useFollow();
  const queries = useQueryClient();
  const [saved, setSaved] = useState({ definition: machine.definition, role: machine.roleArn });
  const [definition, setDefinition] = useState(saved.definition);
  const [role, setRole] = useState(saved.role);
  const [errors, setErrors] = useState(0);

  const save = useDeed({
    mutationFn: (wanted: { definition: string; role: string }) =>
      stepFunctions('UpdateStateMachine', { stateMachineArn, definition: wanted.definition, roleArn: wanted.role }),
    onSuccess: async ({ revisionId }, wanted) => {
      setSaved(wanted);
      notify({ type: 'success', header: `State machine ${name} saved${revisionId === undefined ? '' : ` as revision ${revisionId}`}` });
      await queries.invalidateQueries({ queryKey: queryKeys.machine(name) });
    },
  });

  const isChanged = definition !== saved.definition || role !== saved.role;
  const hasChanges = useCallback(() => isChanged, [isChanged]);

  return (
    <Page
      title={`Edit ${name}`}
      crumbs={[
        { text: 'State machines', href: '/machines' },
        { text: name, href: addressOf.machine(name) },
      ]}
      description={type === 'EXPRESS' ? 'Express' : 'Standard'}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <Button href={addressOf.machine(name)} onFollow={follow}>
            Back
          </Button>
          <Button onClick={() => setDefinition(prettyJson(definition))}>Format</Button>
          <MayButton
            operation="states:UpdateStateMachine"
            variant="primary"
            loading={save.isPending}
            disabled={errors > 0 || !isChanged}
            disabledReason={errors > 0 ? 'The definition has errors.' : 'Nothing has changed.'}
            onClick={() => save.mutate({ definition, role })}
          >
            Save
          </MayButton>
        </SpaceBetween>
      }
    >
      <ProblemNotice error={save.error} header="The state machine was not saved" />
      {seedNames.has(name) && (
        <Alert type="info">
          This workflow comes with the program. When the server starts, it gets the definition that was shipped again; a changed one needs a name of its own.
        </Alert>
      )}
      <ColumnLayout columns={2}>
        <FormField label="Role ARN">
          <Input value={role} onChange={({ detail }) => setRole(detail.value)} />
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
