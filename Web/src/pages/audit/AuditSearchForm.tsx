import Button from '@cloudscape-design/components/button';
import Autosuggest from '@cloudscape-design/components/autosuggest';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { ApiFailure } from '../../api/failure.ts';
import { MomentInput } from '../../tasks/MomentInput.tsx';
import type { AuditSearch } from './auditSearch.ts';

interface Props {
  search: AuditSearch;
  onSearch: (search: AuditSearch) => void;
  error: unknown;
}

const outcomes = ['ok', 'forbidden', 'unauthenticated', 'not-found', 'wrong-status', 'precondition-failed', 'invalid-body', 'too-many-requests', 'AccessDeniedException'];

const nothing: AuditSearch = { since: '', who: '', action: '', outcome: '' };

/** What is looked for in the audit journal. It is searched when the form is sent, for each search reads the journal. */
export function AuditSearchForm({ search, onSearch, error }: Props) {
  const [entered, setEntered] = useState(search);
  const fault = (parameter: string) => (error instanceof ApiFailure ? error.faults.filter(({ pointer }) => pointer === parameter).map(({ detail }) => detail).join(' ') : '');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(entered);
      }}
    >
      <Container
        footer={
          <SpaceBetween direction="horizontal" size="xs">
            <Button formAction="submit" variant="primary">
              Search
            </Button>
            <Button
              formAction="none"
              onClick={() => {
                setEntered(nothing);
                onSearch(nothing);
              }}
            >
              Clear
            </Button>
          </SpaceBetween>
        }
      >
        <ColumnLayout columns={4}>
          <FormField label="Who" description="The name of a caller." errorText={fault('who')}>
            <Input value={entered.who} onChange={({ detail }) => setEntered({ ...entered, who: detail.value })} />
          </FormField>
          <FormField label="Action" description="What it begins with." errorText={fault('action')}>
            <Input value={entered.action} placeholder="POST /api/v1/tasks" onChange={({ detail }) => setEntered({ ...entered, action: detail.value })} />
          </FormField>
          <FormField label="Outcome" description="ok, or the code of an error." errorText={fault('outcome')}>
            <Autosuggest
              value={entered.outcome}
              options={outcomes.map((value) => ({ value }))}
              enteredTextLabel={(value) => `Use ${value}`}
              ariaLabel="Outcome"
              onChange={({ detail }) => setEntered({ ...entered, outcome: detail.value })}
            />
          </FormField>
          <FormField label="Since" description="In your time zone." errorText={fault('since')}>
            <MomentInput label="Since" value={entered.since} onChange={(since) => setEntered({ ...entered, since })} />
          </FormField>
        </ColumnLayout>
      </Container>
    </form>
  );
}
