import { Page } from '../../shell/Page.tsx';

export function EditMachinePage() {
  return <Page title="Edit state machine">{null}</Page>;
}
