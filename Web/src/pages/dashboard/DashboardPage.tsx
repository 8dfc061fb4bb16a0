import { Page } from '../../shell/Page.tsx';

export function DashboardPage() {
  return <Page title="Dashboard">{null}</Page>;
}
