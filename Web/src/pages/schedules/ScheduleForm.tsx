import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Form from '@cloudscape-design/components/form';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ApiFailure } from '../../api/failure.ts';
import { queryKeys } from '../../api/queryKeys.ts';
import { content, rest, tagged, type Schema } from '../../api/rest.ts';
import type { Tagged } from '../../api/unlessKnown.ts';
import { useDeed } from '../../api/useDeed.ts';
import { addressOf } from '../../shell/addresses.ts';
import { ProblemNotice } from '../../shell/ProblemNotice.tsx';
import { useFirstFault } from '../../shell/useFirstFault.ts';
import { useNotify } from '../../shell/useNotify.ts';
import { noFaults } from '../../tasks/fieldFaults.ts';
import { changedFields, draftOf, emptySchedule, enteredOf, inputFault } from './scheduleDraft.ts';
import { scheduleFaults } from './scheduleFaults.ts';
import { ScheduleFields } from './ScheduleFields.tsx';

interface Props {
  /** The schedule that is edited, as it was when the form opened; undefined for a new one. */
  opened?: Tagged<Schema<'Schedule'>>;
}

/** Makes a schedule or changes one. Who was slower than somebody else is shown what it is now and goes on from there. */
export function ScheduleForm({ opened }: Props) {
  const [base, setBase] = useState(opened);
  const [entered, setEntered] = useState(() => (opened === undefined ? emptySchedule : enteredOf(opened.data)));
  const [overtaken, setOvertaken] = useState<Tagged<Schema<'Schedule'>>>();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const notify = useNotify();
  const name = entered.name.trim();
  const { mutate, error, isPending } = useDeed({
    mutationFn: () => {
      const etag = (overtaken ?? base)?.etag;
      return content(rest.PUT('/api/v1/schedules/{name}', { params: { path: { name }, header: { 'If-Match': etag } }, body: draftOf(entered) }));
    },
    onSuccess: async (saved) => {
      void queries.invalidateQueries({ queryKey: queryKeys.schedules });
      notify(
        saved.enabled && (saved.nextDue === undefined || saved.nextDue === null)
          ? { type: 'warning', header: `${saved.name} is saved, but never due again`, content: 'Its due times are over, or its end is before the first of them.' }
          : { type: 'success', header: `${saved.name} is saved` },
      );
      await navigate(addressOf.schedule(saved.name));
    },
    onError: async (failure) => {
      if (opened !== undefined && failure instanceof ApiFailure && failure.code === 'precondition-failed') {
        setOvertaken(await tagged(rest.GET('/api/v1/schedules/{name}', { params: { path: { name } } })));
      }
    },
  });
  const faults = error instanceof ApiFailure ? scheduleFaults(error) : noFaults;
  const form = useFirstFault<HTMLFormElement>(error);
  const isConflict = overtaken !== undefined && error instanceof ApiFailure && error.code === 'precondition-failed';

  return (
    <form
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        if (inputFault(entered.input) === '') {
          mutate();
        }
      }}
    >
      <Form
        errorText={error !== null && faults.rest.length === 0 ? 'Some fields are not as the API expects them; each says what is wrong.' : undefined}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button formAction="none" variant="link" onClick={() => void navigate(opened === undefined ? '/schedules' : addressOf.schedule(name))}>
              Cancel
            </Button>
            <Button variant="primary" formAction="submit" loading={isPending}>
              {overtaken === undefined ? 'Save' : 'Save all the same'}
            </Button>
          </SpaceBetween>
        }
      >
        <SpaceBetween size="l">
          <ScheduleFields entered={entered} enter={(changed) => setEntered((before) => ({ ...before, ...changed }))} faults={faults} isNew={opened === undefined} />
          {overtaken !== undefined && base !== undefined && (
            <Alert
              type="warning"
              header="The schedule has been changed in the meantime"
              action={
                <Button
                  formAction="none"
                  onClick={() => {
                    setBase(overtaken);
                    setEntered(enteredOf(overtaken.data));
                    setOvertaken(undefined);
                  }}
                >
                  Take the new state
                </Button>
              }
            >
              What is another now: {changedFields(enteredOf(base.data), enteredOf(overtaken.data)).join('; ')}. Save all the same, and it becomes what is entered here.
            </Alert>
          )}
          {!isConflict && faults.rest.length > 0 && <ProblemNotice error={error} header="The schedule was not saved" />}
        </SpaceBetween>
      </Form>
    </form>
  );
}
