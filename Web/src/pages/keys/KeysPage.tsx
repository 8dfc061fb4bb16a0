import { Page } from '../../shell/Page.tsx';

export function KeysPage() {
  return <Page title="API keys">{null}</Page>;
}
