import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useEffect, useMemo, useRef } from 'react';
import { stepFunctions } from '../api/stepFunctions.ts';
import { useDeed } from '../api/useDeed.ts';
import { JsonEditor } from '../editor/JsonEditor.tsx';
import { MayButton } from '../shell/MayButton.tsx';
import { ProblemNotice } from '../shell/ProblemNotice.tsx';
import { ProblemText } from '../shell/ProblemText.tsx';
import { faultyField, type TestField } from './faultyField.ts';
import { InspectionFields } from './InspectionFields.tsx';
import { MockFields } from './MockFields.tsx';
import { SurroundingFields } from './SurroundingFields.tsx';
import { TestAnswer } from './TestAnswer.tsx';
import { testRequest, whyNotTestable, type TestDraft } from './testDraft.ts';
import { testedState, type TestedState } from './testedState.ts';

interface Props {
  readonly definition: string;
  readonly stateName: string;
  readonly draft: TestDraft;
  readonly onDraft: (draft: TestDraft) => void;
  readonly onClose: () => void;
}

/** Runs one state of a definition by itself, with the data that one writes, and shows what came of it beside that. */
export function TestStateDialog({ definition, stateName, draft, onDraft, onClose }: Props) {
  const state = useMemo(() => testedState(definition, stateName), [definition, stateName]);
  const test = useDeed({ mutationFn: () => stepFunctions('TestState', testRequest(definition, stateName, draft)) });
  const outcome = useRef<HTMLDivElement>(null);

  // In a narrow window the answer comes below the form.
  useEffect(() => {
    if (test.data !== undefined) {
      outcome.current?.scrollIntoView({ block: 'nearest' });
    }
  }, [test.data]);

  const faulty = faultyField(test.error);
  const faultField = faulty !== undefined && isShown(faulty, state, draft) ? faulty : undefined;
  const whyNot = whyNotTestable(draft);
  const parts = {
    state,
    draft,
    change: (change: Partial<TestDraft>) => onDraft({ ...draft, ...change }),
    faultAt: (field: TestField) => (field === faultField ? <ProblemText error={test.error} /> : undefined),
  };
  return (
    <Modal
      visible
      size="xx-large"
      header={`Test state ${stateName}`}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              Close
            </Button>
            <MayButton
              operation="states:TestState"
              variant="primary"
              loading={test.isPending}
              onClick={() => test.mutate()}
              {...(whyNot === undefined ? {} : { disabled: true, disabledReason: whyNot })}
            >
              Start test
            </MayButton>
          </SpaceBetween>
        </Box>
      }
    >
      <ColumnLayout columns={2} minColumnWidth={320}>
        <SpaceBetween size="m">
          <ProblemNotice error={faultField === undefined ? test.error : null} header="The state was not tested" />
          <KeyValuePairs
            columns={2}
            minColumnWidth={120}
            items={[
              { label: 'State', value: stateName },
              { label: 'Type', value: state.type === '' ? '-' : state.type },
            ]}
          />
          <FormField label="Input" errorText={parts.faultAt('input')} stretch>
            <JsonEditor label="Input of the state" value={draft.input} onChange={(input) => parts.change({ input })} height={170} />
          </FormField>
          {state.hasWork && <MockFields {...parts} />}
          {state.type === 'Task' && (
            <FormField label="Role ARN" description="A Task whose work is really done must have one." errorText={parts.faultAt('roleArn')}>
              <Input value={draft.roleArn} onChange={({ detail }) => parts.change({ roleArn: detail.value })} spellcheck={false} />
            </FormField>
          )}
          <InspectionFields {...parts} />
          <SurroundingFields {...parts} />
        </SpaceBetween>
        <SpaceBetween size="m">
          <div ref={outcome}>
            <Header variant="h2">What came of it</Header>
          </div>
          {test.data === undefined ? <Box color="text-body-secondary">{test.isPending ? 'The state is being tested.' : 'The state has not been tested yet.'}</Box> : <TestAnswer answer={test.data} />}
        </SpaceBetween>
      </ColumnLayout>
    </Modal>
  );
}

/** Whether the form has that field at the moment: what is wrong with another one is said above all of them. */
function isShown(field: TestField, { type, hasWork, readsItems }: TestedState, { mock, level }: TestDraft): boolean {
  switch (field) {
    case 'mock':
      return hasWork;
    case 'mock.result':
    case 'stateConfiguration.mapIterationFailureCount':
      return hasWork && mock === 'result';
    case 'mock.errorOutput.error':
    case 'mock.errorOutput.cause':
    case 'stateConfiguration.retrierRetryCount':
      return hasWork && mock === 'error';
    case 'roleArn':
      return type === 'Task';
    case 'stateConfiguration.mapItemReaderData':
      return readsItems;
    case 'revealSecrets':
      return level === 'TRACE';
    default:
      return true;
  }
}
