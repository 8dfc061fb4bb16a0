import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Spinner from '@cloudscape-design/components/spinner';
import Tabs from '@cloudscape-design/components/tabs';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useMachine } from '../../machines/useMachine.ts';
import { addressOf } from '../../shell/addresses.ts';
import { MayButton } from '../../shell/MayButton.tsx';
import { Page } from '../../shell/Page.tsx';
import { ProblemNotice } from '../../shell/ProblemNotice.tsx';
import { useFollow } from '../../shell/useFollow.ts';
import { useNameInPath } from '../../shell/useNameInPath.ts';
import { DeleteMachines } from '../machines/DeleteMachines.tsx';
import { machineTabs } from './machineTabs.tsx';
import { MachineSummary } from './MachineSummary.tsx';
import { NewExecution } from './NewExecution.tsx';

/**
 * A state machine. The address says which tab is open (`tab`), and whether an execution is about to be started (`new`: `sample`, or the ARN of the
 * execution whose input to begin with).
 */
export function MachinePage() {
  const name = useNameInPath('name');
  const navigate = useNavigate();
  const follow = useFollow();
  const [address, setAddress] = useSearchParams();
  const [isDeleting, setDeleting] = useState(false);
  const machine = useMachine(name);
  const starting = address.get('new');

  const change = (key: string, value: string | null): void => {
    setAddress(
      (before) => {
        const changed = new URLSearchParams(before);
        changed.delete(key);
        if (value !== null) {
          changed.set(key, value);
        }

        return changed;
      },
      { replace: true },
    );
  };

  const newExecution = (
    <MayButton operation="states:StartExecution" variant="primary" disabled={machine.data === undefined} onClick={() => change('new', '')}>
      Start execution
    </MayButton>
  );

  return (
    <Page
      title={name}
      crumbs={[{ text: 'State machines', href: '/machines' }]}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <MayButton operation="states:DeleteStateMachine" disabled={machine.data === undefined} onClick={() => setDeleting(true)}>
            Delete
          </MayButton>
          <Button href={addressOf.machineEditor(name)} disabled={machine.data === undefined} onFollow={follow}>
            Edit
          </Button>
          {newExecution}
        </SpaceBetween>
      }
    >
      <ProblemNotice error={machine.error} header="The state machine cannot be shown" onRetry={() => void machine.refetch()} />
      {machine.data === undefined && machine.error === null && <Spinner />}
      {machine.data !== undefined && (
        <>
          <MachineSummary machine={machine.data} />
          <Tabs activeTabId={address.get('tab') ?? 'executions'} onChange={({ detail }) => change('tab', detail.activeTabId)} tabs={machineTabs(machine.data, newExecution)} />
          {starting !== null && <NewExecution key={starting} machine={machine.data} from={starting} onClose={() => change('new', null)} />}
          {isDeleting && (
            <DeleteMachines
              machines={[machine.data]}
              onClose={(isDeleted) => {
                setDeleting(false);
                if (isDeleted) {
                  void navigate('/machines');
                }
              }}
            />
          )}
        </>
      )}
    </Page>
  );
}
