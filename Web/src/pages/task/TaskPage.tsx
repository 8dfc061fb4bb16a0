import { Page } from '../../shell/Page.tsx';

export function TaskPage() {
  return <Page title="Task">{null}</Page>;
}
