import BarChart from '@cloudscape-design/components/bar-chart';
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Grid from '@cloudscape-design/components/grid';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import LineChart from '@cloudscape-design/components/line-chart';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queryKeys } from '../../api/queryKeys.ts';
import type { StateMachine } from '../../api/wire/machines.ts';
import { machineMetrics } from '../../machines/machineMetrics.ts';
import { ChartFrame } from '../../shell/ChartFrame.tsx';
import { formatCount, formatDuration } from '../../shell/format.ts';
import { ProblemNotice } from '../../shell/ProblemNotice.tsx';
import { durationSeries, outcomeSeries, timeWords } from './metricsSeries.ts';

interface MachineMetricsViewProps {
  readonly machine: StateMachine;
}

const spans = [
  { id: '1', text: '1 hour' },
  { id: '24', text: '24 hours' },
  { id: '168', text: '7 days' },
  { id: '720', text: '30 days' },
];
const buckets = 24;
const refreshed = 15_000;
const chartHeight = 220;

/** How many executions have started, and how they went: in sum, and over time. */
export function MachineMetricsView({ machine: { name, stateMachineArn } }: MachineMetricsViewProps) {
  const [span, setSpan] = useState('24');
  const { data, error, isPending, refetch } = useQuery({
    queryKey: [...queryKeys.machine(name), 'metrics', span],
    queryFn: ({ signal }) => machineMetrics(stateMachineArn, Number(span), buckets, signal),
    refetchInterval: refreshed,
  });
  const parts = data?.series ?? [];
  const times = parts.map(({ from }) => new Date(from));
  const status = isPending ? 'loading' : 'finished';
  const axis = { xScaleType: 'categorical', xTitle: 'Started at', height: chartHeight, hideFilter: true, statusType: status } as const;
  const words = { xTickFormatter: timeWords(Number(span)) };

  return (
    <SpaceBetween size="l">
      <ProblemNotice error={error} header="The metrics cannot be shown" onRetry={() => void refetch()} />
      <Container
        header={
          <Header
            variant="h2"
            description={data?.isComplete === false ? `The newest ${formatCount(data.counted)} executions of this time.` : 'Of the executions that started in this time.'}
            actions={<SegmentedControl label="Time" selectedId={span} options={spans} onChange={({ detail }) => setSpan(detail.selectedId)} />}
          >
            Metrics
          </Header>
        }
      >
        <KeyValuePairs
          columns={4}
          items={[
            { label: 'Started', value: countWords(data?.started) },
            { label: 'Running', value: countWords(data?.running) },
            { label: 'Succeeded', value: countWords(data?.succeeded) },
            { label: 'Failed', value: countWords(data?.failed) },
            { label: 'Timed out', value: countWords(data?.timedOut) },
            { label: 'Aborted', value: countWords(data?.aborted) },
            { label: 'Duration, p50', value: secondsWords(data?.duration?.p50) },
            { label: 'Duration, p95', value: secondsWords(data?.duration?.p95) },
          ]}
        />
      </Container>
      <Grid gridDefinition={[{ colspan: { default: 12, m: 6 } }, { colspan: { default: 12, m: 6 } }]}>
        <Container header={<Header variant="h2">Executions over time</Header>}>
          <ChartFrame>
            <BarChart {...axis} ariaLabel="Executions over time" stackedBars series={outcomeSeries(parts)} xDomain={times} yTitle="Executions" i18nStrings={words} empty={<Box>No executions in this time.</Box>} />
          </ChartFrame>
        </Container>
        <Container header={<Header variant="h2">Duration over time</Header>}>
          <ChartFrame>
            <LineChart {...axis} ariaLabel="Duration over time" series={durationSeries(parts)} xDomain={times} yTitle="Seconds" i18nStrings={words} empty={<Box>Nothing has succeeded in this time.</Box>} />
          </ChartFrame>
        </Container>
      </Grid>
    </SpaceBetween>
  );
}

function countWords(count: number | undefined): string {
  return count === undefined ? '-' : formatCount(count);
}

function secondsWords(seconds: number | undefined): string {
  return formatDuration(seconds === undefined ? undefined : seconds * 1000);
}
