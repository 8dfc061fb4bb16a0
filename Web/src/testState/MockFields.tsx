import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { JsonEditor } from '../editor/JsonEditor.tsx';
import type { DraftPartProps } from './draftPart.ts';
import { isCount, type FieldValidation, type MockKind } from './testDraft.ts';

const validations: readonly { readonly value: FieldValidation; readonly label: string; readonly description: string }[] = [
  { value: 'STRICT', label: 'Strict', description: 'What the service always answers has to be there, all of it of the right type.' },
  { value: 'PRESENT', label: 'What is there', description: 'What is there has to be of the right type.' },
  { value: 'NONE', label: 'None', description: 'Anything goes.' },
];

const kindOf = (value: string | undefined): MockKind => (value === 'result' || value === 'error' ? value : 'none');

const validationOf = (value: string | undefined): FieldValidation => (value === 'NONE' || value === 'PRESENT' ? value : 'STRICT');

const noCount = 'Expected a whole number.';

/** What the state's work is to yield instead of being done. */
export function MockFields({ state, draft, change, faultAt }: DraftPartProps) {
  const kinds: readonly { readonly value: MockKind; readonly label: string; readonly description: string }[] = [
    state.needsMock
      ? { value: 'none', label: 'No mock', description: 'The work of such a state is not done for a test: choose a mock.' }
      : { value: 'none', label: 'No mock: do the work', description: 'The function or service is really called.' },
    { value: 'result', label: 'A mocked result', description: 'Nothing is called; the work yields this.' },
    { value: 'error', label: 'A mocked error', description: 'Nothing is called; the work fails like this.' },
  ];
  const validation = validations.find(({ value }) => value === draft.validation) ?? null;
  return (
    <SpaceBetween size="m">
      <FormField label="Work of the state" errorText={faultAt('mock')}>
        <Select
          options={kinds}
          selectedOption={kinds.find(({ value }) => value === draft.mock) ?? null}
          onChange={({ detail }) => change({ mock: kindOf(detail.selectedOption.value) })}
        />
      </FormField>
      {draft.mock === 'result' && (
        <SpaceBetween size="m">
          <FormField label="Mocked result" errorText={faultAt('mock.result')} stretch>
            <JsonEditor label="Mocked result" value={draft.result} onChange={(result) => change({ result })} height={150} />
          </FormField>
          {state.type === 'Task' && (
            <FormField label="Check the result against the service" description="As far as it is known what the service answers.">
              <Select options={validations} selectedOption={validation} onChange={({ detail }) => change({ validation: validationOf(detail.selectedOption.value) })} />
            </FormField>
          )}
          {state.type === 'Map' && (
            <FormField
              label="Failed iterations – optional"
              description="How many iterations have failed; too many of them fail the Map."
              errorText={isCount(draft.failedIterations) ? faultAt('stateConfiguration.mapIterationFailureCount') : noCount}
            >
              <Input inputMode="numeric" value={draft.failedIterations} onChange={({ detail }) => change({ failedIterations: detail.value })} />
            </FormField>
          )}
        </SpaceBetween>
      )}
      {draft.mock === 'error' && (
        <SpaceBetween size="m">
          <FormField label="Error" errorText={faultAt('mock.errorOutput.error')}>
            <Input value={draft.error} onChange={({ detail }) => change({ error: detail.value })} placeholder="States.TaskFailed" spellcheck={false} />
          </FormField>
          <FormField label="Cause – optional" errorText={faultAt('mock.errorOutput.cause')}>
            <Textarea rows={2} value={draft.cause} onChange={({ detail }) => change({ cause: detail.value })} />
          </FormField>
          {state.retries && (
            <FormField
              label="Retries so far – optional"
              description="How often the retrier that takes the error has tried again before."
              errorText={isCount(draft.retries) ? faultAt('stateConfiguration.retrierRetryCount') : noCount}
            >
              <Input inputMode="numeric" value={draft.retries} onChange={({ detail }) => change({ retries: detail.value })} placeholder="0" />
            </FormField>
          )}
        </SpaceBetween>
      )}
    </SpaceBetween>
  );
}
