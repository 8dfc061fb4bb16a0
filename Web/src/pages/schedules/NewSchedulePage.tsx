import { Guarded } from '../../shell/Guarded.tsx';
import { Page } from '../../shell/Page.tsx';
import { ScheduleForm } from './ScheduleForm.tsx';

export function NewSchedulePage() {
  return (
    <Page title="New schedule" crumbs={[{ text: 'Schedules', href: '/schedules' }]}>
      <Guarded operation="putSchedule">
        <ScheduleForm />
      </Guarded>
    </Page>
  );
}
