import { content, rest, type Schema } from '../api/rest.ts';
import type { ExecutionStatus } from '../api/wire/executions.ts';

/** What executions are looked for by; what is left out does not matter. */
export interface ExecutionSearch {
  readonly status?: Exclude<ExecutionStatus, 'PENDING_REDRIVE'>[];
  readonly name?: string;
  /** In the input or the output. */
  readonly text?: string;
  /** In the name, the input or the output. */
  readonly anywhere?: string;
  readonly startedFrom?: string;
  readonly startedTo?: string;
  readonly redriven?: boolean;
}

export type ExecutionSummary = Schema<'ExecutionSummary'>;

/** A page of the executions of a machine or of a Map Run, the newest first. A page may be short and still have a next one. */
export function searchExecutions(of: { stateMachine: string } | { mapRun: string }, search: ExecutionSearch, limit: number, cursor: string | undefined, signal: AbortSignal) {
  const query = { ...of, ...search, limit, ...(cursor === undefined ? {} : { cursor }) };
  return content(rest.GET('/api/v1/executions', { params: { query }, signal }));
}
