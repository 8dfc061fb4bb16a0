import { Page } from '../../shell/Page.tsx';

export function NotFoundPage() {
  return <Page title="There is no such page">{null}</Page>;
}
