import { Page } from '../../shell/Page.tsx';

export function OrdersPage() {
  return <Page title="Orders">{null}</Page>;
}
