import { Page } from '../../shell/Page.tsx';

export function OrderPage() {
  return <Page title="Order">{null}</Page>;
}
