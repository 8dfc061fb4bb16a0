import type { HistoryEvent } from '../../src/history/historyEvent.ts';
import { detailsName } from '../../src/history/historyEvent.ts';

/** An event in short: what it follows from, its type, its particulars. Ids count from 1, and an event happens a second after the one before. */
export type Told = readonly [previous: number, type: string, details?: object];

/** The events of a history that is told in short. */
export function eventsOf(...told: Told[]): HistoryEvent[] {
  return told.map(([previousEventId, type, details], index) => ({
    id: index + 1,
    previousEventId,
    timestamp: 1000 + index,
    type,
    ...(details === undefined ? {} : { [detailsName(type)]: details }),
  }));
}

export const started: Told = [0, 'ExecutionStarted', { input: '{}' }];

export function entered(previous: number, type: string, name: string, input = '{}'): Told {
  return [previous, `${type}StateEntered`, { name, input }];
}

export function exited(previous: number, type: string, name: string, output = '{}', assignedVariables?: Record<string, string>): Told {
  return [previous, `${type}StateExited`, { name, output, ...(assignedVariables === undefined ? {} : { assignedVariables }) }];
}

export function task(previous: number, phase: string, details: object = {}): Told {
  return [previous, `Task${phase}`, { resourceType: 'lambda', resource: 'invoke', ...details }];
}
