import Box from '@cloudscape-design/components/box';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table from '@cloudscape-design/components/table';
import { useNavigate } from 'react-router';
import { addressOf, machineNameOf } from '../../shell/addresses.ts';
import { BoundedText } from '../../shell/BoundedText.tsx';
import { formatMoment } from '../../shell/format.ts';
import { Guarded } from '../../shell/Guarded.tsx';
import { MayButton } from '../../shell/MayButton.tsx';
import { Page } from '../../shell/Page.tsx';
import { ProblemNotice } from '../../shell/ProblemNotice.tsx';
import { RouterLink } from '../../shell/RouterLink.tsx';
import { cronWords } from './cronWords.ts';
import { FiringLink } from './FiringLink.tsx';
import { FiringStatusIndicator } from './FiringStatusIndicator.tsx';
import { nextDueWords } from './nextDueWords.ts';
import { ScheduleActions } from './ScheduleActions.tsx';
import { useSchedules } from './useSchedules.ts';

/** Everything that happens by the clock. */
export function SchedulesPage() {
  const { data, error, isPending, refetch } = useSchedules();
  const navigate = useNavigate();
  return (
    <Page
      title="Schedules"
      description="Workflows that are started by the clock."
      {...(data === undefined ? {} : { counter: `(${data.items.length})` })}
      actions={
        <MayButton operation="putSchedule" variant="primary" onClick={() => void navigate(addressOf.newSchedule())}>
          New schedule
        </MayButton>
      }
    >
      <Guarded operation="listSchedules">
        <ProblemNotice error={error} header="The schedules cannot be listed" onRetry={() => void refetch()} />
        <Table
          variant="full-page"
          ariaLabels={{ tableLabel: 'Schedules' }}
          items={data?.items ?? []}
          trackBy="name"
          wrapLines
          stickyColumns={{ last: 1 }}
          loading={isPending}
          loadingText="Asking for the schedules"
          empty="There are no schedules."
          columnDefinitions={[
            {
              id: 'name',
              header: 'Name',
              isRowHeader: true,
              minWidth: 160,
              cell: ({ name, description }) => (
                <>
                  <RouterLink href={addressOf.schedule(name)}><BoundedText>{name}</BoundedText></RouterLink>
                  {description && <Box variant="small" display="block"><BoundedText>{description}</BoundedText></Box>}
                </>
              ),
            },
            { id: 'enabled', header: 'State', minWidth: 90, cell: ({ enabled }) => <StatusIndicator type={enabled ? 'success' : 'stopped'}>{enabled ? 'On' : 'Off'}</StatusIndicator> },
            {
              id: 'due',
              header: 'Due times',
              minWidth: 150,
              cell: ({ cron, timeZone }) => (
                <>
                  {cronWords(cron) ?? cron}
                  <Box variant="small" display="block">
                    {timeZone}
                  </Box>
                </>
              ),
            },
            { id: 'machine', header: 'State machine', cell: ({ stateMachine }) => <RouterLink href={addressOf.machine(nameOf(stateMachine))}><BoundedText>{nameOf(stateMachine)}</BoundedText></RouterLink> },
            { id: 'next', header: 'Next', minWidth: 130, cell: (schedule) => nextDueWords(schedule) },
            {
              id: 'last',
              header: 'Last',
              minWidth: 140,
              cell: ({ lastFired }) =>
                lastFired ? (
                  <>
                    {formatMoment(lastFired.firedAt ?? lastFired.due)}
                    <div>
                      <FiringStatusIndicator status={lastFired.status} /> <FiringLink firing={lastFired} />
                    </div>
                  </>
                ) : (
                  'Never'
                ),
            },
            { id: 'actions', header: 'Actions', cell: (schedule) => <ScheduleActions schedule={schedule} isInline /> },
          ]}
        />
      </Guarded>
    </Page>
  );
}

/** A schedule names its machine by name or by ARN. */
const nameOf = (machine: string): string => (machine.startsWith('arn:') ? machineNameOf(machine) : machine);
