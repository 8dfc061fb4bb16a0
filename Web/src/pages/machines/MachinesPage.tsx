import { Page } from '../../shell/Page.tsx';
import { MachinesTable } from './MachinesTable.tsx';
import { StartCards } from './StartCards.tsx';
import { useMachines } from '../../machines/useMachines.ts';
import { seedNames } from '../../machines/seedWorkflows.ts';

/** All state machines. While there are none but those that came with the program, these are introduced first. */
export function MachinesPage() {
  const { data } = useMachines();
  const isNew = data?.every(({ name }) => seedNames.has(name)) === true;

  return (
    <Page title="State machines">
      {isNew && <StartCards names={data.map(({ name }) => name)} />}
      <MachinesTable />
    </Page>
  );
}
