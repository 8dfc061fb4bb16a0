import { Page } from '../../shell/Page.tsx';

export function ComparisonPage() {
  return <Page title="Compare executions">{null}</Page>;
}
