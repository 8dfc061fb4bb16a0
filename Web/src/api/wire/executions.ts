import type { EpochSeconds, Page } from './machines.ts';

export type ExecutionStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED' | 'PENDING_REDRIVE';

export interface ExecutionArn {
  executionArn: string;
}

export interface TaskToken {
  taskToken: string;
}

/** Whether the data came along (`included`) or was too large. */
export interface DataDetails {
  included?: boolean;
}

export interface Execution {
  executionArn: string;
  stateMachineArn: string;
  name?: string;
  status: ExecutionStatus;
  startDate: EpochSeconds;
  stopDate?: EpochSeconds;
  input?: string;
  inputDetails?: DataDetails;
  output?: string;
  outputDetails?: DataDetails;
  traceHeader?: string;
  mapRunArn?: string;
  error?: string;
  cause?: string;
  stateMachineVersionArn?: string;
  stateMachineAliasArn?: string;
  redriveCount?: number;
  redriveDate?: EpochSeconds;
  redriveStatus?: 'REDRIVABLE' | 'NOT_REDRIVABLE' | 'REDRIVABLE_BY_MAP_RUN';
  redriveStatusReason?: string;
}

export interface ExecutionQuery extends Page {
  stateMachineArn?: string;
  statusFilter?: ExecutionStatus;
  mapRunArn?: string;
  redriveFilter?: 'REDRIVEN' | 'NOT_REDRIVEN';
}

export interface ExecutionListItem {
  executionArn: string;
  stateMachineArn: string;
  name: string;
  status: ExecutionStatus;
  startDate: EpochSeconds;
  stopDate?: EpochSeconds;
  mapRunArn?: string;
  itemCount?: number;
  stateMachineVersionArn?: string;
  stateMachineAliasArn?: string;
  redriveCount?: number;
  redriveDate?: EpochSeconds;
}

export interface ExecutionPage {
  executions: ExecutionListItem[];
  nextToken?: string;
}

export interface Start {
  stateMachineArn: string;
  name?: string;
  /** The input, as JSON text. */
  input?: string;
  traceHeader?: string;
}

export interface Started extends ExecutionArn {
  startDate: EpochSeconds;
}

export interface SyncExecution {
  executionArn: string;
  stateMachineArn?: string;
  name?: string;
  startDate: EpochSeconds;
  stopDate: EpochSeconds;
  status: 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT';
  error?: string;
  cause?: string;
  input?: string;
  output?: string;
  billingDetails?: { billedMemoryUsedInMB?: number; billedDurationInMilliseconds?: number };
}

export interface Stop extends ExecutionArn {
  error?: string;
  cause?: string;
}

export interface Stopped {
  stopDate: EpochSeconds;
}

export interface Redriven {
  redriveDate: EpochSeconds;
}
