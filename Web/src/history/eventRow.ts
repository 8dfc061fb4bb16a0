import type { ExecutionHistory } from './executionHistory.ts';
import { detailsOf, type HistoryEvent } from './historyEvent.ts';
import { stepPath } from './stepPath.ts';
import type { Step } from './step.ts';

/** An event as the list of events shows it. */
export interface EventRow {
  readonly id: number;
  readonly event: HistoryEvent;
  readonly type: string;
  readonly tone: 'good' | 'bad' | 'cut' | 'plain';
  readonly step: Step | undefined;
  /** Where the step is; empty for what is about the execution itself. */
  readonly path: string;
  readonly resource: string;
  /** Seconds since the execution began. */
  readonly startedAfter: number;
}

export function eventRow(history: ExecutionHistory, event: HistoryEvent): EventRow {
  const step = history.stepOf[event.id];
  const { resource, resourceType, mapRunArn } = detailsOf(event);
  return {
    id: event.id,
    event,
    type: event.type,
    tone: toneOf(event.type),
    step,
    path: step === undefined ? '' : stepPath(step),
    resource: resource === undefined ? (mapRunArn ?? '') : resourceType === undefined ? resource : `${resourceType}:${resource}`,
    startedAfter: event.timestamp - (history.startedAt ?? event.timestamp),
  };
}

function toneOf(type: string): EventRow['tone'] {
  if (type.endsWith('Failed') || type.endsWith('TimedOut')) {
    return 'bad';
  }

  if (type.endsWith('Aborted')) {
    return 'cut';
  }

  return type.endsWith('Succeeded') ? 'good' : 'plain';
}
