import type { ExecutionArn } from './executions.ts';
import type { EpochSeconds } from './machines.ts';

export interface MapRunArn {
  mapRunArn: string;
}

export interface MapRunCounts {
  pending: number;
  running: number;
  succeeded: number;
  failed: number;
  timedOut: number;
  aborted: number;
  total: number;
  resultsWritten: number;
  failuresNotRedrivable?: number;
  pendingRedrive?: number;
}

export interface MapRun extends MapRunArn, ExecutionArn {
  status: 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'ABORTED';
  startDate: EpochSeconds;
  stopDate?: EpochSeconds;
  maxConcurrency: number;
  toleratedFailurePercentage: number;
  toleratedFailureCount: number;
  itemCounts: MapRunCounts;
  executionCounts: MapRunCounts;
  redriveCount?: number;
  redriveDate?: EpochSeconds;
}

export interface MapRunListItem extends MapRunArn, ExecutionArn {
  stateMachineArn: string;
  startDate: EpochSeconds;
  stopDate?: EpochSeconds;
}

export interface MapRunPage {
  mapRuns: MapRunListItem[];
  nextToken?: string;
}

export interface MapRunChange extends MapRunArn {
  maxConcurrency?: number;
  toleratedFailurePercentage?: number;
  toleratedFailureCount?: number;
}
