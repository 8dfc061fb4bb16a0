import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import type { Schema } from '../../api/rest.ts';
import { addressOf } from '../../shell/addresses.ts';
import { formatCount } from '../../shell/format.ts';
import { RouterLink } from '../../shell/RouterLink.tsx';
import { agoWords } from '../../tasks/spanWords.ts';
import { capitalised } from '../../tasks/taskWords.ts';
import { countOf, todaysTasks } from './figures.ts';
import { Figure } from './Figure.tsx';

interface Props {
  tasks: Schema<'TasksOverview'>;
  /** When the figures were taken. */
  at: string;
}

/** How the tasks stand. */
export function TaskFigures({ tasks, at }: Props) {
  const figure = (label: string, count: number, search: string) => ({
    label,
    value: <Figure label={label} value={formatCount(count)} href={addressOf.tasks(search)} />,
  });
  const oldest = tasks.oldestWaiting;
  return (
    <Container fitHeight header={<Header variant="h2">Tasks</Header>}>
      <KeyValuePairs
        columns={3}
        minColumnWidth={130}
        items={[
          figure('Running', countOf(tasks.counts, 'Running'), 'status=Running'),
          figure('Waiting for a decision', countOf(tasks.counts, 'Waiting'), 'status=Waiting&sort=updated&order=asc'),
          figure('Failed today', tasks.failedToday, todaysTasks(at, 'Failed')),
          figure('Submitted today', tasks.submittedToday, todaysTasks(at)),
          figure('All', tasks.total, ''),
          {
            label: 'Waiting longest',
            value: oldest ? (
              <RouterLink href={addressOf.task(oldest.id)}>
                {agoWords(oldest.since, at)}: {capitalised(oldest.kind)} of {oldest.owner}
              </RouterLink>
            ) : (
              'None waits'
            ),
          },
        ]}
      />
    </Container>
  );
}
