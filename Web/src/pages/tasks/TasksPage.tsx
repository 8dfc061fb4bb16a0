import { Page } from '../../shell/Page.tsx';

export function TasksPage() {
  return <Page title="Tasks">{null}</Page>;
}
