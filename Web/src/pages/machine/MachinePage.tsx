import { Page } from '../../shell/Page.tsx';

export function MachinePage() {
  return <Page title="State machine">{null}</Page>;
}
