import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Spinner from '@cloudscape-design/components/spinner';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { addressOf, machineNameOf } from '../../shell/addresses.ts';
import { formatMoment } from '../../shell/format.ts';
import { Guarded } from '../../shell/Guarded.tsx';
import { JsonText } from '../../shell/JsonText.tsx';
import { Page } from '../../shell/Page.tsx';
import { ProblemNotice } from '../../shell/ProblemNotice.tsx';
import { RouterLink } from '../../shell/RouterLink.tsx';
import { useNameInPath } from '../../shell/useNameInPath.ts';
import { cronWords } from './cronWords.ts';
import { FiringTable } from './FiringTable.tsx';
import { nextDueWords } from './nextDueWords.ts';
import { misfireWords, overlapWords } from './policyWords.ts';
import { ScheduleActions } from './ScheduleActions.tsx';
import { useSchedule } from './useSchedules.ts';

/** A schedule with its firings. */
export function SchedulePage() {
  const name = useNameInPath('name');
  const { data, error, isPending, refetch } = useSchedule(name);
  const schedule = data?.data;
  return (
    <Page title={name} crumbs={[{ text: 'Schedules', href: '/schedules' }]} description={schedule?.description} actions={schedule && <ScheduleActions schedule={schedule} />}>
      <Guarded operation="getSchedule">
        <ProblemNotice error={error} header="The schedule cannot be shown" onRetry={() => void refetch()} />
        {isPending && <Spinner size="large" />}
        {schedule && (
          <SpaceBetween size="l">
            <Container header={<Header variant="h2">Summary</Header>}>
              <KeyValuePairs
                columns={4}
                minColumnWidth={180}
                items={[
                  { label: 'State', value: <StatusIndicator type={schedule.enabled ? 'success' : 'stopped'}>{schedule.enabled ? 'On' : 'Off'}</StatusIndicator> },
                  { label: 'Next due', value: nextDueWords(schedule) },
                  {
                    label: 'Due times',
                    value: (
                      <>
                        {cronWords(schedule.cron) ?? 'As the expression says'}
                        <Box variant="code" display="block">
                          {schedule.cron}
                        </Box>
                      </>
                    ),
                  },
                  { label: 'Time zone', value: schedule.timeZone },
                  {
                    label: 'State machine',
                    value: <RouterLink href={addressOf.machine(machineName(schedule.stateMachine))}>{machineName(schedule.stateMachine)}</RouterLink>,
                  },
                  { label: 'Due times that were missed', value: misfireWords(schedule.misfire, schedule.missedLimit) },
                  { label: 'While the last one still runs', value: overlapWords(schedule.overlap, schedule.queueLimit) },
                  { label: 'Comes from', value: schedule.configured ? 'the settings' : 'the API' },
                  ...(schedule.start ? [{ label: 'Not before', value: formatMoment(schedule.start) }] : []),
                  ...(schedule.end ? [{ label: 'Not after', value: formatMoment(schedule.end) }] : []),
                  { label: 'Created', value: formatMoment(schedule.createdAt) },
                  { label: 'Last change', value: formatMoment(schedule.updatedAt) },
                ]}
              />
            </Container>
            <Container header={<Header variant="h2">Input</Header>}>
              <JsonText label="Input" value={schedule.input} />
            </Container>
            <FiringTable schedule={name} />
          </SpaceBetween>
        )}
      </Guarded>
    </Page>
  );
}

/** A schedule names its machine by name or by ARN. */
const machineName = (machine: string): string => (machine.startsWith('arn:') ? machineNameOf(machine) : machine);
