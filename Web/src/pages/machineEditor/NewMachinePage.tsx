import { Page } from '../../shell/Page.tsx';

export function NewMachinePage() {
  return <Page title="Create state machine">{null}</Page>;
}
