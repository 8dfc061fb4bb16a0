import { Page } from '../../shell/Page.tsx';

export function SchedulesPage() {
  return <Page title="Schedules">{null}</Page>;
}
