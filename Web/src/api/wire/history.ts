import type { ExecutionArn } from './executions.ts';
import type { EpochSeconds, Page } from './machines.ts';

/** The kinds of event in a history. */
export type HistoryEventType =
  | 'ActivityFailed'
  | 'ActivityScheduleFailed'
  | 'ActivityScheduled'
  | 'ActivityStarted'
  | 'ActivitySucceeded'
  | 'ActivityTimedOut'
  | 'ChoiceStateEntered'
  | 'ChoiceStateExited'
  | 'EvaluationFailed'
  | 'ExecutionAborted'
  | 'ExecutionFailed'
  | 'ExecutionRedriven'
  | 'ExecutionStarted'
  | 'ExecutionSucceeded'
  | 'ExecutionTimedOut'
  | 'FailStateEntered'
  | 'LambdaFunctionFailed'
  | 'LambdaFunctionScheduleFailed'
  | 'LambdaFunctionScheduled'
  | 'LambdaFunctionStartFailed'
  | 'LambdaFunctionStarted'
  | 'LambdaFunctionSucceeded'
  | 'LambdaFunctionTimedOut'
  | 'MapIterationAborted'
  | 'MapIterationFailed'
  | 'MapIterationStarted'
  | 'MapIterationSucceeded'
  | 'MapRunAborted'
  | 'MapRunFailed'
  | 'MapRunRedriven'
  | 'MapRunStarted'
  | 'MapRunSucceeded'
  | 'MapStateAborted'
  | 'MapStateEntered'
  | 'MapStateExited'
  | 'MapStateFailed'
  | 'MapStateStarted'
  | 'MapStateSucceeded'
  | 'ParallelStateAborted'
  | 'ParallelStateEntered'
  | 'ParallelStateExited'
  | 'ParallelStateFailed'
  | 'ParallelStateStarted'
  | 'ParallelStateSucceeded'
  | 'PassStateEntered'
  | 'PassStateExited'
  | 'SucceedStateEntered'
  | 'SucceedStateExited'
  | 'TaskFailed'
  | 'TaskScheduled'
  | 'TaskStartFailed'
  | 'TaskStarted'
  | 'TaskStateAborted'
  | 'TaskStateEntered'
  | 'TaskStateExited'
  | 'TaskSubmitFailed'
  | 'TaskSubmitted'
  | 'TaskSucceeded'
  | 'TaskTimedOut'
  | 'WaitStateAborted'
  | 'WaitStateEntered'
  | 'WaitStateExited';

export interface HistoryRequest extends ExecutionArn, Page {
  reverseOrder?: boolean;
  includeExecutionData?: boolean;
}

export interface HistoryPage {
  events: HistoryEvent[];
  nextToken?: string;
}

/** An event of a history, with the one member of details that its type has, if it has any. */
export interface HistoryEvent {
  id: number;
  /** The event that led to this one; 0 for the first. */
  previousEventId?: number;
  timestamp: EpochSeconds;
  type: HistoryEventType;
  activityFailedEventDetails?: ActivityFailedEventDetails;
  activityScheduleFailedEventDetails?: ActivityScheduleFailedEventDetails;
  activityScheduledEventDetails?: ActivityScheduledEventDetails;
  activityStartedEventDetails?: ActivityStartedEventDetails;
  activitySucceededEventDetails?: ActivitySucceededEventDetails;
  activityTimedOutEventDetails?: ActivityTimedOutEventDetails;
  taskFailedEventDetails?: TaskFailedEventDetails;
  taskScheduledEventDetails?: TaskScheduledEventDetails;
  taskStartFailedEventDetails?: TaskStartFailedEventDetails;
  taskStartedEventDetails?: TaskStartedEventDetails;
  taskSubmitFailedEventDetails?: TaskSubmitFailedEventDetails;
  taskSubmittedEventDetails?: TaskSubmittedEventDetails;
  taskSucceededEventDetails?: TaskSucceededEventDetails;
  taskTimedOutEventDetails?: TaskTimedOutEventDetails;
  executionFailedEventDetails?: ExecutionFailedEventDetails;
  executionStartedEventDetails?: ExecutionStartedEventDetails;
  executionSucceededEventDetails?: ExecutionSucceededEventDetails;
  executionAbortedEventDetails?: ExecutionAbortedEventDetails;
  executionTimedOutEventDetails?: ExecutionTimedOutEventDetails;
  executionRedrivenEventDetails?: ExecutionRedrivenEventDetails;
  mapStateStartedEventDetails?: MapStateStartedEventDetails;
  mapIterationStartedEventDetails?: MapIterationEventDetails;
  mapIterationSucceededEventDetails?: MapIterationEventDetails;
  mapIterationFailedEventDetails?: MapIterationEventDetails;
  mapIterationAbortedEventDetails?: MapIterationEventDetails;
  lambdaFunctionFailedEventDetails?: LambdaFunctionFailedEventDetails;
  lambdaFunctionScheduleFailedEventDetails?: LambdaFunctionScheduleFailedEventDetails;
  lambdaFunctionScheduledEventDetails?: LambdaFunctionScheduledEventDetails;
  lambdaFunctionStartFailedEventDetails?: LambdaFunctionStartFailedEventDetails;
  lambdaFunctionSucceededEventDetails?: LambdaFunctionSucceededEventDetails;
  lambdaFunctionTimedOutEventDetails?: LambdaFunctionTimedOutEventDetails;
  stateEnteredEventDetails?: StateEnteredEventDetails;
  stateExitedEventDetails?: StateExitedEventDetails;
  mapRunStartedEventDetails?: MapRunStartedEventDetails;
  mapRunFailedEventDetails?: MapRunFailedEventDetails;
  mapRunRedrivenEventDetails?: MapRunRedrivenEventDetails;
  evaluationFailedEventDetails?: EvaluationFailedEventDetails;
}

export interface ActivityFailedEventDetails {
  error?: string;
  cause?: string;
}

export interface ActivityScheduleFailedEventDetails {
  error?: string;
  cause?: string;
}

export interface ActivityScheduledEventDetails {
  resource: string;
  input?: string;
  inputDetails?: HistoryEventExecutionDataDetails;
  timeoutInSeconds?: number;
  heartbeatInSeconds?: number;
}

export interface ActivityStartedEventDetails {
  workerName?: string;
}

export interface ActivitySucceededEventDetails {
  output?: string;
  outputDetails?: HistoryEventExecutionDataDetails;
}

export interface ActivityTimedOutEventDetails {
  error?: string;
  cause?: string;
}

export interface TaskFailedEventDetails {
  resourceType: string;
  resource: string;
  error?: string;
  cause?: string;
}

export interface TaskScheduledEventDetails {
  resourceType: string;
  resource: string;
  region: string;
  parameters: string;
  timeoutInSeconds?: number;
  heartbeatInSeconds?: number;
  taskCredentials?: TaskCredentials;
}

export interface TaskStartFailedEventDetails {
  resourceType: string;
  resource: string;
  error?: string;
  cause?: string;
}

export interface TaskStartedEventDetails {
  resourceType: string;
  resource: string;
}

export interface TaskSubmitFailedEventDetails {
  resourceType: string;
  resource: string;
  error?: string;
  cause?: string;
}

export interface TaskSubmittedEventDetails {
  resourceType: string;
  resource: string;
  output?: string;
  outputDetails?: HistoryEventExecutionDataDetails;
}

export interface TaskSucceededEventDetails {
  resourceType: string;
  resource: string;
  output?: string;
  outputDetails?: HistoryEventExecutionDataDetails;
}

export interface TaskTimedOutEventDetails {
  resourceType: string;
  resource: string;
  error?: string;
  cause?: string;
}

export interface ExecutionFailedEventDetails {
  error?: string;
  cause?: string;
}

export interface ExecutionStartedEventDetails {
  input?: string;
  inputDetails?: HistoryEventExecutionDataDetails;
  roleArn?: string;
  stateMachineAliasArn?: string;
  stateMachineVersionArn?: string;
}

export interface ExecutionSucceededEventDetails {
  output?: string;
  outputDetails?: HistoryEventExecutionDataDetails;
}

export interface ExecutionAbortedEventDetails {
  error?: string;
  cause?: string;
}

export interface ExecutionTimedOutEventDetails {
  error?: string;
  cause?: string;
}

export interface ExecutionRedrivenEventDetails {
  redriveCount?: number;
}

export interface MapStateStartedEventDetails {
  length?: number;
}

export interface MapIterationEventDetails {
  name?: string;
  index?: number;
}

export interface LambdaFunctionFailedEventDetails {
  error?: string;
  cause?: string;
}

export interface LambdaFunctionScheduleFailedEventDetails {
  error?: string;
  cause?: string;
}

export interface LambdaFunctionScheduledEventDetails {
  resource: string;
  input?: string;
  inputDetails?: HistoryEventExecutionDataDetails;
  timeoutInSeconds?: number;
  taskCredentials?: TaskCredentials;
}

export interface LambdaFunctionStartFailedEventDetails {
  error?: string;
  cause?: string;
}

export interface LambdaFunctionSucceededEventDetails {
  output?: string;
  outputDetails?: HistoryEventExecutionDataDetails;
}

export interface LambdaFunctionTimedOutEventDetails {
  error?: string;
  cause?: string;
}

export interface StateEnteredEventDetails {
  name: string;
  input?: string;
  inputDetails?: HistoryEventExecutionDataDetails;
}

export interface StateExitedEventDetails {
  name: string;
  output?: string;
  outputDetails?: HistoryEventExecutionDataDetails;
  assignedVariables?: Record<string, string>;
  assignedVariablesDetails?: AssignedVariablesDetails;
}

export interface MapRunStartedEventDetails {
  mapRunArn?: string;
}

export interface MapRunFailedEventDetails {
  error?: string;
  cause?: string;
}

export interface MapRunRedrivenEventDetails {
  mapRunArn?: string;
  redriveCount?: number;
}

export interface EvaluationFailedEventDetails {
  error?: string;
  cause?: string;
  location?: string;
  state: string;
}

export interface HistoryEventExecutionDataDetails {
  truncated?: boolean;
}

export interface TaskCredentials {
  roleArn?: string;
}

export interface AssignedVariablesDetails {
  truncated?: boolean;
}
