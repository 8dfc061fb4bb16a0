import { Page } from '../../shell/Page.tsx';

export function MachinesPage() {
  return <Page title="State machines">{null}</Page>;
}
