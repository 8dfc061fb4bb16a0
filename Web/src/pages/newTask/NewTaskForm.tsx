import Button from '@cloudscape-design/components/button';
import Form from '@cloudscape-design/components/form';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ApiFailure } from '../../api/failure.ts';
import { freshId } from '../../api/freshId.ts';
import { useMay } from '../../api/permissions.ts';
import { queryKeys } from '../../api/queryKeys.ts';
import { useDeed } from '../../api/useDeed.ts';
import { addressOf } from '../../shell/addresses.ts';
import { Guarded } from '../../shell/Guarded.tsx';
import { Page } from '../../shell/Page.tsx';
import { ProblemNotice } from '../../shell/ProblemNotice.tsx';
import { useFirstFault } from '../../shell/useFirstFault.ts';
import { useNotify } from '../../shell/useNotify.ts';
import { fieldFaults, noFaults } from '../../tasks/fieldFaults.ts';
import { AboutFields } from './AboutFields.tsx';
import { emptyLine, pointersOf, type Entered, type EnteredLine, type SubmissionKind } from './drafts.ts';
import { OrderFields } from './OrderFields.tsx';
import { PurchaseFields } from './PurchaseFields.tsx';
import { RefundFields } from './RefundFields.tsx';
import { operationOf, submit } from './submit.ts';
import { SubmissionFormContext } from './submissionForm.ts';

const titles: Record<SubmissionKind, string> = { order: 'New order', purchase: 'New purchase', refund: 'New refund' };

/** The form of a new order, purchase or refund. What the API finds wrong stands under the field it means. */
export function NewTaskForm({ kind }: { kind: SubmissionKind }) {
  const [entered, setEntered] = useState<Entered>({ '/currency': 'EUR' });
  const [lines, setLines] = useState<readonly EnteredLine[]>([emptyLine]);
  // The same body under the same key is the same submission; another body is another.
  const [key, setKey] = useState(freshId);
  const navigate = useNavigate();
  const notify = useNotify();
  const queries = useQueryClient();
  const may = useMay(operationOf[kind]);

  const { mutate, error, isPending, reset } = useDeed({
    mutationFn: () => submit(kind, entered, lines, key),
    onSuccess: async (task) => {
      void queries.invalidateQueries({ queryKey: queryKeys.tasks });
      notify({ type: 'success', header: `${task.title} is taken down` });
      await navigate(addressOf.task(task.id));
    },
  });
  const faults = error instanceof ApiFailure ? fieldFaults(error, pointersOf(kind, lines.length)) : noFaults;
  const isPlaced = error instanceof ApiFailure && faults.rest.length === 0;
  const form = useFirstFault<HTMLFormElement>(error);
  const change = () => setKey(freshId());

  return (
    <Page title={titles[kind]} crumbs={[{ text: 'Tasks', href: '/tasks' }]}>
      <Guarded operation={operationOf[kind]}>
        <form
          ref={form}
          onSubmit={(event) => {
            event.preventDefault();
            mutate();
          }}
        >
          <SubmissionFormContext
            value={{
              entered,
              enter: (pointer, text) => {
                setEntered((before) => ({ ...before, [pointer]: text }));
                change();
              },
              faults,
            }}
          >
            <Form
              errorText={isPlaced ? 'Some fields are not as the API expects them; each says what is wrong.' : undefined}
              actions={
                <SpaceBetween direction="horizontal" size="xs">
                  <Button formAction="none" variant="link" onClick={() => void navigate('/tasks')}>
                    Cancel
                  </Button>
                  <Button
                    variant="primary"
                    formAction="submit"
                    loading={isPending}
                    disabled={!may.allowed}
                    {...(may.reason === undefined ? {} : { disabledReason: may.reason })}
                  >
                    Submit {kind}
                  </Button>
                </SpaceBetween>
              }
            >
              <SpaceBetween size="l">
                <SegmentedControl
                  label="What it is"
                  selectedId={kind}
                  options={[
                    { id: 'order', text: 'Order' },
                    { id: 'purchase', text: 'Purchase' },
                    { id: 'refund', text: 'Refund' },
                  ]}
                  onChange={({ detail }) => {
                    const next = detail.selectedId;
                    if (next === 'order' || next === 'purchase' || next === 'refund') {
                      reset();
                      change();
                      void navigate(addressOf.newTask(next), { replace: true });
                    }
                  }}
                />
                {kind === 'order' && (
                  <OrderFields
                    lines={lines}
                    onLines={(next) => {
                      if (next.length !== lines.length) {
                        // What was said of line 2 would stand at another line.
                        reset();
                      }
                      setLines(next);
                      change();
                    }}
                  />
                )}
                {kind === 'purchase' && <PurchaseFields />}
                {kind === 'refund' && <RefundFields />}
                <AboutFields />
                {error !== null && !isPlaced && <ProblemNotice error={error} header={`The ${kind} was not taken`} />}
              </SpaceBetween>
            </Form>
          </SubmissionFormContext>
        </form>
      </Guarded>
    </Page>
  );
}
