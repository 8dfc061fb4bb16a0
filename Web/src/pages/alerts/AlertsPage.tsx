import { Page } from '../../shell/Page.tsx';

export function AlertsPage() {
  return <Page title="Alerts">{null}</Page>;
}
