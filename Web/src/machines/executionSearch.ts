import type { ExecutionStatus } from '../api/wire/executions.ts';
import { answerOf } from './answers.ts';

/** What executions are looked for by; what is left out does not matter. */
export interface ExecutionSearch {
  readonly status?: readonly ExecutionStatus[];
  readonly name?: string;
  /** In the input or the output. */
  readonly text?: string;
  readonly startedFrom?: string;
  readonly startedTo?: string;
  readonly redriven?: boolean;
}

export interface ExecutionSummary {
  readonly executionArn: string;
  readonly name: string;
  readonly stateMachineArn: string;
  readonly status: ExecutionStatus;
  readonly startDate: string;
  readonly stopDate?: string;
  readonly redriveCount: number;
  readonly redriveDate?: string;
  readonly taskId?: string;
}

export interface ExecutionsFound {
  readonly items: readonly ExecutionSummary[];
  readonly next?: string;
  readonly examined: number;
  /** When the last one started that was looked at. */
  readonly examinedTo?: string;
}

/** A page of the executions of a machine, the newest first. A page may be short and still have a next one. */
export function searchExecutions(stateMachine: string, search: ExecutionSearch, limit: number, cursor: string | undefined, signal: AbortSignal) {
  const { status, name, text, startedFrom, startedTo, redriven } = search;
  return answerOf<ExecutionsFound>(
    '/api/v1/executions',
    { stateMachine, status, name, text, startedFrom, startedTo, redriven: redriven === undefined ? undefined : String(redriven), limit: String(limit), cursor },
    signal,
  );
}
