import { Page } from '../../shell/Page.tsx';

export function ExportsPage() {
  return <Page title="Exports">{null}</Page>;
}
