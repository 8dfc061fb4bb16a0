import ColumnLayout from '@cloudscape-design/components/column-layout';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Select from '@cloudscape-design/components/select';
import { useContext } from 'react';
import { MomentInput } from '../../tasks/MomentInput.tsx';
import { capitalised, taskPriorities } from '../../tasks/taskWords.ts';
import { SubmissionFormContext } from './submissionForm.ts';
import { TextField } from './TextField.tsx';

/** What people say about a task, whatever it is about. */
export function AboutFields() {
  const { entered, enter, faults } = useContext(SubmissionFormContext);
  const priority = entered['/priority'] ?? 'normal';
  return (
    <Container header={<Header variant="h2">For the people who follow it</Header>}>
      <ColumnLayout columns={2}>
        <TextField pointer="/title" label="Title" optional description="Without it, one that follows from what is entered above." />
        <TextField pointer="/owner" label="Owner" optional description="The name of a caller; yours if you leave it out." />
        <FormField label="Priority" errorText={faults.at('/priority')}>
          <Select
            selectedOption={{ value: priority, label: capitalised(priority) }}
            options={taskPriorities.map((value) => ({ value, label: capitalised(value) }))}
            onChange={({ detail }) => enter('/priority', detail.selectedOption.value ?? 'normal')}
          />
        </FormField>
        <FormField
          label={
            <span>
              Due <i>- optional</i>
            </span>
          }
          errorText={faults.at('/due')}
        >
          <MomentInput label="Due" value={entered['/due'] ?? ''} onChange={(value) => enter('/due', value)} invalid={faults.at('/due') !== ''} />
        </FormField>
      </ColumnLayout>
    </Container>
  );
}
