import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import { useState } from 'react';
import type { Schema } from '../../api/rest.ts';
import { addressOf } from '../../shell/addresses.ts';
import { formatMoment } from '../../shell/format.ts';
import { MayButton } from '../../shell/MayButton.tsx';
import { RouterLink } from '../../shell/RouterLink.tsx';
import { FiringLink } from '../schedules/FiringLink.tsx';
import { FiringStatusIndicator } from '../schedules/FiringStatusIndicator.tsx';
import { nextDueWords } from '../schedules/nextDueWords.ts';
import { RunNowDialog } from '../schedules/RunNowDialog.tsx';

type Scheduled = Schema<'ScheduleOverview'>;

/** The schedules with their next and last firings. */
export function ScheduleOverview({ schedules }: { schedules: readonly Scheduled[] }) {
  const [running, setRunning] = useState<Scheduled>();
  return (
    <>
      <Table
        header={
          <Header variant="h2" counter={`(${schedules.length})`}>
            <RouterLink href="/schedules" fontSize="inherit">
              Schedules
            </RouterLink>
          </Header>
        }
        ariaLabels={{ tableLabel: 'Schedules' }}
        items={schedules}
        trackBy="name"
        empty="There are no schedules."
        columnDefinitions={[
          { id: 'name', header: 'Name', isRowHeader: true, cell: ({ name }) => <RouterLink href={addressOf.schedule(name)}>{name}</RouterLink> },
          { id: 'next', header: 'Next', minWidth: 170, cell: (schedule) => nextDueWords(schedule) },
          {
            id: 'last',
            header: 'Last',
            minWidth: 170,
            cell: ({ lastFired }) => (lastFired ? formatMoment(lastFired.firedAt ?? lastFired.due) : 'Never'),
          },
          {
            id: 'status',
            header: 'Outcome',
            minWidth: 140,
            cell: ({ lastFired }) =>
              lastFired ? (
                <>
                  <FiringStatusIndicator status={lastFired.status} /> <FiringLink firing={lastFired} />
                </>
              ) : (
                '-'
              ),
          },
          {
            id: 'run',
            header: 'Run',
            minWidth: 110,
            cell: (schedule) => (
              <MayButton operation="runSchedule" variant="inline-link" ariaLabel={`Run now: ${schedule.name}`} onClick={() => setRunning(schedule)}>
                Run now
              </MayButton>
            ),
          },
        ]}
      />
      {running !== undefined && <RunNowDialog schedule={running} onDone={() => setRunning(undefined)} />}
    </>
  );
}
