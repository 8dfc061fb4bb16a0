import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Toggle from '@cloudscape-design/components/toggle';
import type { DraftPartProps } from './draftPart.ts';
import type { InspectionLevel } from './testDraft.ts';

const levels: readonly { readonly value: InspectionLevel; readonly label: string; readonly description: string }[] = [
  { value: 'INFO', label: 'INFO', description: 'Status, output and next state.' },
  { value: 'DEBUG', label: 'DEBUG', description: 'The data at every stage, too.' },
  { value: 'TRACE', label: 'TRACE', description: 'The request and the answer of an HTTP task that is not mocked, too.' },
];

/** How much of the test is to be seen. */
export function InspectionFields({ draft, change, faultAt }: DraftPartProps) {
  const level = levels.find(({ value }) => value === draft.level) ?? null;
  return (
    <SpaceBetween size="xs">
      <FormField label="Inspection level" description={level?.description}>
        <Select options={levels} selectedOption={level} onChange={({ detail }) => change({ level: levelOf(detail.selectedOption.value) })} />
      </FormField>
      {draft.level === 'TRACE' && (
        <FormField description="Has an effect on AWS. Here the secrets of connections stay hidden." errorText={faultAt('revealSecrets')}>
          <Toggle checked={draft.revealsSecrets} onChange={({ detail }) => change({ revealsSecrets: detail.checked })}>
            Reveal secrets
          </Toggle>
        </FormField>
      )}
    </SpaceBetween>
  );
}

function levelOf(id: string | undefined): InspectionLevel {
  return id === 'INFO' || id === 'TRACE' ? id : 'DEBUG';
}
