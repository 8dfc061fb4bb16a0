/** Moments of the wire protocol: seconds since 1970, with a fraction. */
export type EpochSeconds = number;

export type StateMachineType = 'STANDARD' | 'EXPRESS';

export interface Page {
  maxResults?: number;
  nextToken?: string;
}

export interface StateMachineArn {
  stateMachineArn: string;
}

export interface VersionArn {
  stateMachineVersionArn: string;
}

export interface AliasArn {
  stateMachineAliasArn: string;
}

export interface ResourceArn {
  resourceArn: string;
}

export interface Tag {
  key: string;
  value: string;
}

export interface Tags {
  tags: Tag[];
}

export interface LoggingConfiguration {
  level?: 'ALL' | 'ERROR' | 'FATAL' | 'OFF';
  includeExecutionData?: boolean;
  destinations?: { cloudWatchLogsLogGroup?: { logGroupArn?: string } }[];
}

export interface TracingConfiguration {
  enabled?: boolean;
}

export interface StateMachineDraft {
  name: string;
  /** The definition, as text. */
  definition: string;
  roleArn: string;
  type?: StateMachineType;
  tags?: Tag[];
  loggingConfiguration?: LoggingConfiguration;
  tracingConfiguration?: TracingConfiguration;
  publish?: boolean;
  versionDescription?: string;
}

export interface CreatedStateMachine {
  stateMachineArn: string;
  creationDate: EpochSeconds;
  stateMachineVersionArn?: string;
}

export interface StateMachineChange extends StateMachineArn {
  definition?: string;
  roleArn?: string;
  loggingConfiguration?: LoggingConfiguration;
  tracingConfiguration?: TracingConfiguration;
  publish?: boolean;
  versionDescription?: string;
}

export interface UpdatedStateMachine {
  updateDate: EpochSeconds;
  revisionId?: string;
  stateMachineVersionArn?: string;
}

export interface StateMachine {
  stateMachineArn: string;
  name: string;
  status?: 'ACTIVE' | 'DELETING';
  definition: string;
  roleArn: string;
  type: StateMachineType;
  creationDate: EpochSeconds;
  loggingConfiguration?: LoggingConfiguration;
  tracingConfiguration?: TracingConfiguration;
  revisionId?: string;
  label?: string;
  description?: string;
  variableReferences?: Record<string, string[]>;
}

export interface StateMachineForExecution {
  stateMachineArn: string;
  name: string;
  definition: string;
  roleArn: string;
  updateDate: EpochSeconds;
  mapRunArn?: string;
  label?: string;
  revisionId?: string;
  variableReferences?: Record<string, string[]>;
}

export interface StateMachineListItem {
  stateMachineArn: string;
  name: string;
  type: StateMachineType;
  creationDate: EpochSeconds;
}

export interface StateMachinePage {
  stateMachines: StateMachineListItem[];
  nextToken?: string;
}

export interface ValidationRequest {
  definition: string;
  type?: StateMachineType;
  severity?: 'ERROR' | 'WARNING';
  maxResults?: number;
}

export interface Diagnostic {
  severity: 'ERROR' | 'WARNING';
  code: string;
  message: string;
  /** A JSON pointer into the definition. */
  location?: string;
}

export interface Validation {
  result: 'OK' | 'FAIL';
  diagnostics: Diagnostic[];
  truncated?: boolean;
}

export interface VersionDraft extends StateMachineArn {
  revisionId?: string;
  description?: string;
}

export interface PublishedVersion extends VersionArn {
  creationDate: EpochSeconds;
}

export interface VersionPage {
  stateMachineVersions: PublishedVersion[];
  nextToken?: string;
}

export interface Route extends VersionArn {
  weight: number;
}

export interface AliasDraft {
  name: string;
  description?: string;
  routingConfiguration: Route[];
}

export interface AliasChange extends AliasArn {
  description?: string;
  routingConfiguration?: Route[];
}

export interface CreatedAlias extends AliasArn {
  creationDate: EpochSeconds;
}

export interface UpdatedAlias {
  updateDate: EpochSeconds;
}

export interface Alias extends AliasArn {
  name?: string;
  description?: string;
  routingConfiguration?: Route[];
  creationDate?: EpochSeconds;
  updateDate?: EpochSeconds;
}

export interface AliasPage {
  stateMachineAliases: CreatedAlias[];
  nextToken?: string;
}
