import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import type { StateMachine } from '../../api/wire/machines.ts';
import { qualifierWords } from '../../machines/qualifiers.ts';
import { useAliases } from '../../machines/useAliases.ts';
import { useVersions } from '../../machines/useVersions.ts';

interface Props {
  readonly machine: StateMachine;
  /** The ARN that is chosen: the machine's own, a version's or an alias's. */
  readonly target: string;
  readonly onChange: (arn: string) => void;
}

/** Chooses what an execution starts with. Shows nothing while there is nothing but the current revision. */
export function TargetField({ machine, target, onChange }: Props) {
  const versions = useVersions(machine).data ?? [];
  const aliases = useAliases(machine).data ?? [];
  if (versions.length === 0) {
    return null;
  }

  const optionOf = (value: string) => ({ value, label: qualifierWords(value) });
  const arns = [machine.stateMachineArn, ...aliases.map(({ stateMachineAliasArn }) => stateMachineAliasArn), ...versions.map(({ stateMachineVersionArn }) => stateMachineVersionArn)];
  return (
    <FormField label="Start with">
      <Select options={arns.map(optionOf)} selectedOption={optionOf(target)} onChange={({ detail }) => onChange(detail.selectedOption.value ?? machine.stateMachineArn)} />
    </FormField>
  );
}
