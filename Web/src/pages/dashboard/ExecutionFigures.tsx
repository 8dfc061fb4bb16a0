import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import type { Schema } from '../../api/rest.ts';
import { addressOf, machineNameOf } from '../../shell/addresses.ts';
import { formatCount } from '../../shell/format.ts';
import { RouterLink } from '../../shell/RouterLink.tsx';
import { agoWords } from '../../tasks/spanWords.ts';
import { latencyWords, perHour } from './figures.ts';

interface Props {
  executions: Schema<'ExecutionsOverview'>;
  hours: number;
  /** When the figures were taken. */
  at: string;
}

/** How the executions stand. No page lists those of all state machines, so their figures lead nowhere. */
export function ExecutionFigures({ executions: { running, startedToday, failedToday, series, durations, oldestRunning, complete }, hours, at }: Props) {
  const about = complete ? '' : 'at least ';
  const figure = (label: string, count: number) => ({ label, value: <Box variant="awsui-value-large">{`${about}${formatCount(count)}`}</Box> });
  const latency = (label: string, seconds: number | undefined) => ({ label, value: seconds === undefined ? '-' : latencyWords(seconds) });
  return (
    <Container fitHeight header={<Header variant="h2" description="The children of Map Runs are left out; alerts count them as well.">Executions</Header>}>
      <KeyValuePairs
        columns={4}
        minColumnWidth={120}
        items={[
          figure('Running', running),
          figure('Failed today', failedToday),
          figure('Started today', startedToday),
          { label: 'Ended an hour', value: perHour(series, hours).toFixed(1) },
          latency('Latency p50', durations?.p50),
          latency('Latency p95', durations?.p95),
          latency('Latency p99', durations?.p99),
          {
            label: 'Running longest',
            value: oldestRunning ? (
              <RouterLink href={addressOf.execution(oldestRunning.executionArn)}>
                {agoWords(oldestRunning.startDate, at)}: {machineNameOf(oldestRunning.stateMachineArn)}
              </RouterLink>
            ) : (
              'None runs'
            ),
          },
        ]}
      />
    </Container>
  );
}
