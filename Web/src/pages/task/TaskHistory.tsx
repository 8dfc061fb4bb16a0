import Box from '@cloudscape-design/components/box';
import Steps from '@cloudscape-design/components/steps';
import { formatDuration, formatMoment, formatPreciseMoment, millisecondsOf } from '../../shell/format.ts';
import { statusLook } from '../../tasks/TaskStatusIndicator.tsx';
import type { TaskChange, TaskStatus } from '../../tasks/types.ts';
import { timelineOf, type TimelineLine, type TimelinePart } from './timeline.ts';

/** Every status the task has had, oldest first, with who or what brought it there and what was said. */
export function TaskHistory({ history }: { history: readonly TaskChange[] }) {
  return (
    <Steps
      ariaLabel="History of the task"
      steps={timelineOf(history).map((part) => ({
        status: part.to === undefined ? statusLook[part.status] : lookOfPast(part.status),
        statusIconAriaLabel: part.to === undefined ? `Now ${part.status}` : `Was ${part.status}`,
        header: (
          <span>
            <b>{part.status}</b> <Box variant="small">{spanOf(part)}</Box>
          </span>
        ),
        details: (
          <ul style={{ margin: 0, paddingInlineStart: '1.2em' }}>
            {part.lines.map((line, at) => (
              // A line has no name of its own, and lines are only ever added.
              <li key={at} style={{ overflowWrap: 'anywhere' }}>
                <Box variant="small" display="inline">
                  {formatPreciseMoment(line.at)}
                </Box>{' '}
                {wordsOf(line)}
              </li>
            ))}
          </ul>
        ),
      }))}
    />
  );
}

const lookOfPast = (status: TaskStatus) => (status === 'Failed' || status === 'Cancelled' ? statusLook[status] : 'success');

const spanOf = ({ from, to }: TimelinePart): string =>
  to === undefined ? `since ${formatMoment(from)}` : `for ${formatDuration(millisecondsOf(to) - millisecondsOf(from))}`;

function wordsOf({ person, step, note }: TimelineLine): string {
  const who = person ?? (step === undefined ? 'The workflow' : `Step ${step}`);
  return note === undefined ? who : `${who}: ${note}`;
}
