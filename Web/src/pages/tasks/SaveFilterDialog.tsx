import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState, type SyntheticEvent } from 'react';

interface Props {
  /** The names that are taken: a filter of such a name gives way. */
  taken: readonly string[];
  /** The names that cannot be given. */
  given: readonly string[];
  onSave: (name: string) => void;
  onDismiss: () => void;
}

/** Asks under which name the filter that is shown is to be kept. */
export function SaveFilterDialog({ taken, given, onSave, onDismiss }: Props) {
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const trimmed = name.trim();
  const fault = trimmed === '' ? 'Expected a name.' : given.includes(trimmed) ? `${trimmed} is there for everybody; expected another name.` : '';
  const save = (event?: SyntheticEvent) => {
    event?.preventDefault();
    setTried(true);
    if (fault === '') {
      onSave(trimmed);
    }
  };
  return (
    <Modal
      visible
      header="Save this filter"
      onDismiss={onDismiss}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onDismiss}>
              Cancel
            </Button>
            <Button variant="primary" onClick={() => save()}>
              Save
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <form onSubmit={save}>
        <FormField
          label="Name"
          description="It is kept in this browser. The address of the list has the filter in it, so the address is what to send to others."
          constraintText={taken.includes(trimmed) ? `A filter of this name is there already and gives way.` : undefined}
          errorText={tried ? fault : ''}
        >
          <Input value={name} onChange={({ detail }) => setName(detail.value)} autoFocus />
        </FormField>
      </form>
    </Modal>
  );
}
