import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { qualifierWords } from '../../machines/qualifiers.ts';
import type { AliasDraft, AliasFaults } from './aliasDraft.ts';

interface Props {
  readonly draft: AliasDraft;
  readonly faults: AliasFaults;
  /** Whether there is such an alias already: its name stays. */
  readonly isNew: boolean;
  /** The ARNs of the versions to choose from. */
  readonly versions: readonly string[];
  readonly onChange: (draft: AliasDraft) => void;
}

const nowhere = { value: '', label: 'None' };

export function AliasFields({ draft, faults, isNew, versions, onChange }: Props) {
  const options = versions.map((value) => ({ value, label: qualifierWords(value) }));
  const optionOf = (arn: string) => (arn === '' ? null : { value: arn, label: qualifierWords(arn) });
  return (
    <SpaceBetween size="m">
      {isNew && (
        <FormField label="Name" description="What callers put behind the name of the state machine." errorText={draft.name === '' ? undefined : faults.name}>
          <Input value={draft.name} onChange={({ detail }) => onChange({ ...draft, name: detail.value })} spellcheck={false} autoFocus />
        </FormField>
      )}
      <FormField label="Description" errorText={faults.description}>
        <Input value={draft.description} onChange={({ detail }) => onChange({ ...draft, description: detail.value })} />
      </FormField>
      <FormField label="Version" errorText={faults.first}>
        <Select options={options} selectedOption={optionOf(draft.first)} placeholder="Choose a version" onChange={({ detail }) => onChange({ ...draft, first: detail.selectedOption.value ?? '' })} />
      </FormField>
      <FormField label="Second version" description="For a gradual change: it gets the executions that the first does not." errorText={faults.second}>
        <Select options={[nowhere, ...options]} selectedOption={optionOf(draft.second) ?? nowhere} onChange={({ detail }) => onChange({ ...draft, second: detail.selectedOption.value ?? '' })} />
      </FormField>
      {draft.second !== '' && (
        <FormField label="Weight of the first version" description="Percentage of new executions that start with it." errorText={faults.weight}>
          <Input type="number" inputMode="numeric" value={draft.weight} onChange={({ detail }) => onChange({ ...draft, weight: detail.value })} />
        </FormField>
      )}
    </SpaceBetween>
  );
}
