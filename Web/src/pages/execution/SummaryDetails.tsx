import Button from '@cloudscape-design/components/button';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useContext } from 'react';
import { durationText } from '../../history/duration.ts';
import type { ExecutionHistory } from '../../history/executionHistory.ts';
import type { Step } from '../../history/step.ts';
import { startedWith } from '../../machines/qualifiers.ts';
import { addressOf } from '../../shell/addresses.ts';
import { ExecutionStatusIndicator } from '../../shell/ExecutionStatusIndicator.tsx';
import { formatCount, formatPreciseMoment } from '../../shell/format.ts';
import { RouterLink } from '../../shell/RouterLink.tsx';
import { ExecutionLink } from './ExecutionLink.tsx';
import { FromFileContext } from './fromFile.ts';
import type { SeenExecution } from './liveHistory.ts';
import type { ShownExecution } from './shownExecution.ts';
import type { ExecutionView } from './useExecution.ts';
import type { Look } from './useExecutionAddress.ts';
import { useNow } from './useNow.ts';

interface Props {
  view: ExecutionView;
  seen: SeenExecution;
  shown: ShownExecution;
  look: Look;
}

export function SummaryDetails({ view, seen, shown: { history, until }, look }: Props) {
  const isRunning = until === undefined;
  const now = useNow(isRunning);
  const startedAt = history.startedAt ?? Date.parse(view.startDate) / 1000;
  return (
    <SpaceBetween size="l">
      <KeyValuePairs
      columns={4}
      minColumnWidth={160}
      ariaLabel="Details"
      items={[
        { label: 'Status', value: <ExecutionStatusIndicator status={history.lastEventId === 0 ? view.status : history.outcome} /> },
        { label: 'Type', value: view.type === 'STANDARD' ? 'Standard' : 'Express' },
        { label: 'Start', value: formatPreciseMoment(startedAt) },
        { label: 'End', value: formatPreciseMoment(history.stoppedAt) },
        { label: 'Duration', value: durationText((until ?? Math.max(now, startedAt)) - startedAt) },
        { label: 'State transitions', value: formatCount(history.steps.length) },
        { label: 'Redrive count', value: formatCount(history.redriveCount) },
        { label: 'Events', value: `${formatCount(history.lastEventId)} of ${formatCount(Math.max(seen.status?.lastEventId ?? 0, view.eventCount, seen.history.lastEventId))}` },
      ]}
    />
    <KeyValuePairs
      columns={2}
      minColumnWidth={260}
      ariaLabel="Where it belongs"
      items={[
        { label: 'Execution ARN', value: <Copyable text={view.executionArn} what="ARN" /> },
        { label: 'IAM role ARN', value: <Copyable text={view.roleArn} what="Role" /> },
        ...(view.stateMachineVersionArn ? [{ label: 'Started with', value: startedWith(view.stateMachineVersionArn, view.stateMachineAliasArn) }] : []),
        ...(view.parent || view.mapRunArn || view.taskId ? [{ label: 'Part of', value: <Origin view={view} /> }] : []),
        ...(view.nested.length > 0 || view.mapRuns.length > 0 ? [{ label: 'Started executions', value: <Offspring view={view} history={history} look={look} /> }] : []),
      ]}
    />
    </SpaceBetween>
  );
}

function Copyable({ text, what }: { text: string; what: string }) {
  return <CopyToClipboard variant="inline" textToCopy={text} textToDisplay={<span className="arn">{text}</span>} copySuccessText={`${what} copied`} copyErrorText={`${what} not copied`} copyButtonAriaLabel={`Copy ${what}`} />;
}

/** Whom the execution works for: the one that started it, its Map Run, its task. */
function Origin({ view }: { view: ExecutionView }) {
  const isFromFile = useContext(FromFileContext);
  const parent = view.parent?.executionArn;
  return (
    <SpaceBetween size="xxs">
      {parent && <ExecutionLink arn={parent} words="Parent" />}
      {view.mapRunArn && <span className="arn">Map Run {view.mapRunArn.split('/').at(-1)}</span>}
      {view.taskId && (isFromFile ? <span>Task {view.taskId}</span> : <RouterLink href={addressOf.task(view.taskId)}>Task {view.taskId}</RouterLink>)}
    </SpaceBetween>
  );
}

const mostShown = 5;

/** The executions that it has started itself. */
function Offspring({ view, history, look }: { view: ExecutionView; history: ExecutionHistory; look: Look }) {
  return (
    <SpaceBetween size="xxs">
      {view.nested.slice(0, mostShown).map(({ eventId, executionArn }) => (
        <ExecutionLink key={eventId} arn={executionArn} />
      ))}
      {view.nested.length > mostShown && <span>and {formatCount(view.nested.length - mostShown)} more</span>}
      {view.mapRuns.slice(0, mostShown).map(({ eventId }) => (
        <MapRunLink key={eventId} step={history.stepOf[eventId]} look={look} />
      ))}
      {view.mapRuns.length > mostShown && <span>and {formatCount(view.mapRuns.length - mostShown)} more Map Runs</span>}
    </SpaceBetween>
  );
}

/** The way to a Map Run, beside the step that began it; without one where the moment that is shown was before that. */
function MapRunLink({ step, look }: { step: Step | undefined; look: Look }) {
  return step === undefined ? (
    <span>Map Run</span>
  ) : (
    <Button variant="inline-link" onClick={() => look({ step: step.id, tab: 'mapRun', state: undefined, event: undefined })}>
      Map Run of {step.name}
    </Button>
  );
}
