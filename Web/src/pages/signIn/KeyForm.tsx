import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Form from '@cloudscape-design/components/form';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { useNavigate } from 'react-router';
import { content, rest } from '../../api/rest.ts';
import { useDeed } from '../../api/useDeed.ts';
import { ProblemText } from '../../shell/ProblemText.tsx';

/** Opens a session for an API key. The secret goes to the server once and is kept nowhere here. */
export function KeyForm({ destination }: { destination: string }) {
  const [keyId, setKeyId] = useState('');
  const [secret, setSecret] = useState('');
  const client = useQueryClient();
  const navigate = useNavigate();
  const { mutate, isPending, error } = useDeed({
    mutationFn: () => content(rest.POST('/api/v1/sessions', { body: { keyId: keyId.trim(), secret: secret.trim() } })),
    onSuccess: () => {
      client.clear();
      return navigate(destination, { replace: true });
    },
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    mutate();
  };

  return (
    <form onSubmit={submit}>
      <Form errorText={error === null ? undefined : <ProblemText error={error} />}>
        <Container header={<Header variant="h2">Sign in with an API key</Header>}>
          <SpaceBetween size="m">
            <FormField label="Key ID">
              <Input value={keyId} onChange={({ detail }) => setKeyId(detail.value)} autoComplete="username" spellcheck={false} autoFocus />
            </FormField>
            <FormField label="Secret">
              <Input value={secret} onChange={({ detail }) => setSecret(detail.value)} type="password" autoComplete="current-password" />
            </FormField>
            <Button variant="primary" fullWidth loading={isPending} disabled={keyId.trim() === '' || secret.trim() === ''} formAction="submit">
              Sign in
            </Button>
          </SpaceBetween>
        </Container>
      </Form>
    </form>
  );
}
