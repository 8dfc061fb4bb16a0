import Spinner from '@cloudscape-design/components/spinner';
import { useMachine } from '../../machines/useMachine.ts';
import { addressOf } from '../../shell/addresses.ts';
import { Page } from '../../shell/Page.tsx';
import { ProblemNotice } from '../../shell/ProblemNotice.tsx';
import { useNameInPath } from '../../shell/useNameInPath.ts';
import { MachineRevision } from './MachineRevision.tsx';

/** The definition of a state machine that there is, to be saved as a new revision. */
export function EditMachinePage() {
  const name = useNameInPath('name');
  const machine = useMachine(name);

  if (machine.data !== undefined) {
    // A machine of another name is another form.
    return <MachineRevision key={name} machine={machine.data} />;
  }

  return (
    <Page title={`Edit ${name}`} crumbs={[{ text: 'State machines', href: '/machines' }, { text: name, href: addressOf.machine(name) }]}>
      <ProblemNotice error={machine.error} header="The state machine cannot be edited" onRetry={() => void machine.refetch()} />
      {machine.error === null && <Spinner />}
    </Page>
  );
}
