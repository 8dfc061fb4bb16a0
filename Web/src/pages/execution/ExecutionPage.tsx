import { Page } from '../../shell/Page.tsx';

export function ExecutionPage() {
  return <Page title="Execution">{null}</Page>;
}
