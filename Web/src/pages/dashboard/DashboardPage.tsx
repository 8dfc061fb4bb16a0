import Grid from '@cloudscape-design/components/grid';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Spinner from '@cloudscape-design/components/spinner';
import { lazy, Suspense } from 'react';
import { useSearchParams } from 'react-router';
import { formatMoment } from '../../shell/format.ts';
import { Page } from '../../shell/Page.tsx';
import { ProblemNotice } from '../../shell/ProblemNotice.tsx';
import { ExecutionFigures } from './ExecutionFigures.tsx';
import { FiringAlerts } from './FiringAlerts.tsx';
import { TaskFigures } from './TaskFigures.tsx';
import { useOverview } from './useOverview.ts';

const ThroughputChart = lazy(async () => ({ default: (await import('./ThroughputChart.tsx')).ThroughputChart }));
const ScheduleOverview = lazy(async () => ({ default: (await import('./ScheduleOverview.tsx')).ScheduleOverview }));

const spans = [
  { id: '1', text: 'Last hour' },
  { id: '24', text: 'Last day' },
  { id: '168', text: 'Last week' },
] as const;

/** How things stand, at a glance. A figure leads to the list it counts, where there is one. The chart and the schedules come after the figures. */
export function DashboardPage() {
  const [address, setAddress] = useSearchParams();
  const span = spans.find(({ id }) => id === address.get('hours')) ?? spans[1];
  const hours = Number(span.id);
  const { data, error, isPending, refetch } = useOverview(hours);
  return (
    <Page
      title="Dashboard"
      description={data && `As of ${formatMoment(data.at)}. A day is one in UTC.`}
      actions={
        <SegmentedControl
          label="Over which span"
          selectedId={span.id}
          options={spans}
          onChange={({ detail }) => setAddress(detail.selectedId === '24' ? {} : { hours: detail.selectedId }, { replace: true })}
        />
      }
    >
      <ProblemNotice error={error} header="The overview cannot be shown" onRetry={() => void refetch()} />
      {isPending && <Spinner size="large" />}
      {data && (
        <SpaceBetween size="l">
          <Grid gridDefinition={[{ colspan: { default: 12, l: 6 } }, { colspan: { default: 12, l: 6 } }]}>
            <TaskFigures tasks={data.tasks} at={data.at} />
            {data.executions ? <ExecutionFigures executions={data.executions} hours={hours} at={data.at} /> : <></>}
          </Grid>
          {data.alerts && <FiringAlerts alerts={data.alerts} />}
          <Suspense fallback={<Spinner />}>
            <SpaceBetween size="l">
              {data.schedules && <ScheduleOverview schedules={data.schedules} />}
              {data.executions && <ThroughputChart series={data.executions.series} hours={hours} />}
            </SpaceBetween>
          </Suspense>
        </SpaceBetween>
      )}
    </Page>
  );
}
