import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { useContext } from 'react';
import { SubmissionFormContext } from './submissionForm.ts';

interface Props {
  /** The JSON pointer of the field in the request's body. */
  pointer: string;
  label: string;
  description?: string;
  placeholder?: string;
  /** Whether it may be left out. */
  optional?: boolean;
  inputMode?: 'text' | 'decimal';
}

/** A text of the form, with what the API said of it underneath. */
export function TextField({ pointer, label, description, placeholder, optional = false, inputMode = 'text' }: Props) {
  const { entered, enter, faults } = useContext(SubmissionFormContext);
  return (
    <FormField
      label={
        optional ? (
          <span>
            {label} <i>- optional</i>
          </span>
        ) : (
          label
        )
      }
      description={description}
      errorText={faults.at(pointer)}
    >
      <Input value={entered[pointer] ?? ''} onChange={({ detail }) => enter(pointer, detail.value)} placeholder={placeholder} inputMode={inputMode} />
    </FormField>
  );
}
