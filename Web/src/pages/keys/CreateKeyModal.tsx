import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import DatePicker from '@cloudscape-design/components/date-picker';
import Form from '@cloudscape-design/components/form';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Modal from '@cloudscape-design/components/modal';
import Multiselect from '@cloudscape-design/components/multiselect';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { freshId } from '../../api/freshId.ts';
import { queryKeys } from '../../api/queryKeys.ts';
import { content, rest, type Schema } from '../../api/rest.ts';
import { serverNow } from '../../api/serverClock.ts';
import { useDeed } from '../../api/useDeed.ts';
import { ProblemText } from '../../shell/ProblemText.tsx';
import { endOfDay } from './endOfDay.ts';
import { machinePatterns } from './machinePatterns.ts';
import { roleOptions, type Role } from './roleOptions.ts';

interface Props {
  onDismiss: () => void;
  onMade: (key: Schema<'Key'>) => void;
}

export function CreateKeyModal({ onDismiss, onMade }: Props) {
  const [owner, setOwner] = useState('');
  const [roles, setRoles] = useState<readonly Role[]>([]);
  const [machines, setMachines] = useState('');
  const [lastDay, setLastDay] = useState('');
  // One for each opening of the form: sent twice, the key is made once.
  const [idempotencyKey] = useState(freshId);
  const client = useQueryClient();
  const { mutate, isPending, error } = useDeed({
    mutationFn: () =>
      content(
        rest.POST('/api/v1/keys', {
          params: { header: { 'Idempotency-Key': idempotencyKey } },
          body: { owner: owner.trim(), roles: [...roles], ...machinePatterns(machines), ...(lastDay === '' ? {} : { expires: endOfDay(lastDay) }) },
        }),
      ),
    onSuccess: async (key) => {
      onMade(key);
      await client.invalidateQueries({ queryKey: queryKeys.keys });
    },
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    mutate();
  };

  return (
    <Modal
      visible
      header="Create key"
      onDismiss={onDismiss}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onDismiss}>
              Cancel
            </Button>
            <Button variant="primary" form="create-key" formAction="submit" loading={isPending} disabled={owner.trim() === ''}>
              Create key
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <form id="create-key" onSubmit={submit}>
        <Form errorText={error === null ? undefined : <ProblemText error={error} />}>
          <SpaceBetween size="m">
            <FormField label="Owner" description="The name of whoever holds the key. What they make belongs to this name.">
              <Input value={owner} onChange={({ detail }) => setOwner(detail.value)} autoFocus spellcheck={false} />
            </FormField>
            <FormField label="Roles" description="With none, the holder sees and changes what is theirs.">
              <Multiselect
                options={roleOptions}
                selectedOptions={roleOptions.filter(({ value }) => roles.includes(value))}
                onChange={({ detail }) => setRoles(roleOptions.filter(({ value }) => detail.selectedOptions.some((option) => option.value === value)).map(({ value }) => value))}
                placeholder="Choose roles"
                tokenLimit={3}
              />
            </FormField>
            <FormField
              label="Machines"
              description="Names or ARNs of the state machines that the key is for, with * for any text. Leave it empty for all of them."
              constraintText="With blanks between them. A key for some machines cannot be an admin's."
            >
              <Input value={machines} onChange={({ detail }) => setMachines(detail.value)} placeholder="orders-*" spellcheck={false} />
            </FormField>
            <FormField label="Last day" description="The key opens nothing after it. Leave it empty for a key that does not expire." constraintText="YYYY/MM/DD">
              <DatePicker value={lastDay} onChange={({ detail }) => setLastDay(detail.value)} isDateEnabled={(day) => day.getTime() > serverNow() - 86_400_000} />
            </FormField>
          </SpaceBetween>
        </Form>
      </form>
    </Modal>
  );
}
