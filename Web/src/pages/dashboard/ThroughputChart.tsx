import BarChart from '@cloudscape-design/components/bar-chart';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import type { Schema } from '../../api/rest.ts';
import { ChartFrame } from '../../shell/ChartFrame.tsx';
import { endings } from './figures.ts';

interface Props {
  series: readonly Schema<'Throughput'>[];
  hours: number;
}

/** How many executions ended, and how, over time. Loaded once the figures are there, for a chart is heavy. */
export function ThroughputChart({ series, hours }: Props) {
  const label = new Intl.DateTimeFormat('en', hours > 24 ? { weekday: 'short', hour: '2-digit', hourCycle: 'h23' } : { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const parts = series.map((part) => ({ ...part, x: new Date(part.from) }));
  return (
    <Container header={<Header variant="h2">Throughput</Header>}>
      <ChartFrame>
        <BarChart
          ariaLabel="Executions that ended, by the way they ended"
          stackedBars
          hideFilter
          height={220}
          xScaleType="categorical"
          xTitle="From"
          yTitle="Executions"
          xDomain={parts.map(({ x }) => x)}
          i18nStrings={{ xTickFormatter: (x) => label.format(x) }}
          series={endings.map(({ title, of }) => ({ title, type: 'bar' as const, data: parts.map((part) => ({ x: part.x, y: of(part) })) }))}
          empty="Nothing has ended."
        />
      </ChartFrame>
    </Container>
  );
}
