import type * as activities from './activities.ts';
import type * as executions from './executions.ts';
import type * as machines from './machines.ts';
import type * as mapRuns from './mapRuns.ts';
import type * as testing from './testing.ts';
import type { HistoryPage, HistoryRequest } from './history.ts';

interface Action<Request, Answer> {
  readonly request: Request;
  readonly answer: Answer;
}

type Nothing = Record<string, never>;

/** The actions of AWS Step Functions that the console calls, each with its request and its answer. */
export interface Actions {
  CreateStateMachine: Action<machines.StateMachineDraft, machines.CreatedStateMachine>;
  DeleteStateMachine: Action<machines.StateMachineArn, Nothing>;
  DescribeStateMachine: Action<machines.StateMachineArn, machines.StateMachine>;
  DescribeStateMachineForExecution: Action<executions.ExecutionArn, machines.StateMachineForExecution>;
  ListStateMachines: Action<machines.Page, machines.StateMachinePage>;
  UpdateStateMachine: Action<machines.StateMachineChange, machines.UpdatedStateMachine>;
  ValidateStateMachineDefinition: Action<machines.ValidationRequest, machines.Validation>;

  PublishStateMachineVersion: Action<machines.VersionDraft, machines.PublishedVersion>;
  DeleteStateMachineVersion: Action<machines.VersionArn, Nothing>;
  ListStateMachineVersions: Action<machines.StateMachineArn & machines.Page, machines.VersionPage>;
  CreateStateMachineAlias: Action<machines.AliasDraft, machines.CreatedAlias>;
  UpdateStateMachineAlias: Action<machines.AliasChange, machines.UpdatedAlias>;
  DeleteStateMachineAlias: Action<machines.AliasArn, Nothing>;
  DescribeStateMachineAlias: Action<machines.AliasArn, machines.Alias>;
  ListStateMachineAliases: Action<machines.StateMachineArn & machines.Page, machines.AliasPage>;

  ListTagsForResource: Action<machines.ResourceArn, machines.Tags>;
  TagResource: Action<machines.ResourceArn & { tags: machines.Tag[] }, Nothing>;
  UntagResource: Action<machines.ResourceArn & { tagKeys: string[] }, Nothing>;

  CreateActivity: Action<activities.ActivityDraft, activities.CreatedActivity>;
  DeleteActivity: Action<activities.ActivityArn, Nothing>;
  DescribeActivity: Action<activities.ActivityArn, activities.Activity>;
  ListActivities: Action<machines.Page, activities.ActivityPage>;

  DescribeExecution: Action<executions.ExecutionArn, executions.Execution>;
  GetExecutionHistory: Action<HistoryRequest, HistoryPage>;
  ListExecutions: Action<executions.ExecutionQuery, executions.ExecutionPage>;
  RedriveExecution: Action<executions.ExecutionArn & { clientToken?: string }, executions.Redriven>;
  StartExecution: Action<executions.Start, executions.Started>;
  StartSyncExecution: Action<executions.Start, executions.SyncExecution>;
  StopExecution: Action<executions.Stop, executions.Stopped>;
  SendTaskFailure: Action<executions.TaskToken & { error?: string; cause?: string }, Nothing>;
  SendTaskSuccess: Action<executions.TaskToken & { output: string }, Nothing>;

  DescribeMapRun: Action<mapRuns.MapRunArn, mapRuns.MapRun>;
  ListMapRuns: Action<executions.ExecutionArn & machines.Page, mapRuns.MapRunPage>;
  UpdateMapRun: Action<mapRuns.MapRunChange, Nothing>;

  TestState: Action<testing.StateTest, testing.StateTested>;
}
