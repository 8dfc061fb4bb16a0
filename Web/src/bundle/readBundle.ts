import { isRecord, parsed, textOf } from '../api/json.ts';
import type { Schema } from '../api/rest.ts';
import { syntaxProblemOf } from '../editor/syntaxProblem.ts';
import { ExecutionHistory } from '../history/executionHistory.ts';
import { detailsName, type HistoryEvent } from '../history/historyEvent.ts';
import { BundleFault, count, fault, listOf, moment, number, objectOf, oneOf, optional, recordOf, text, type Shape } from './bundleShape.ts';

/** An execution as it was when somebody exported it. */
export interface Bundle {
  readonly exportedAt: string;
  readonly execution: Schema<'Execution'>;
  readonly facts: readonly Schema<'Fact'>[];
  readonly history: ExecutionHistory;
}

interface Written {
  readonly exportedAt: string;
  readonly execution: Schema<'Execution'>;
  readonly facts: readonly Schema<'Fact'>[];
  readonly history: readonly HistoryEvent[];
}

const format = 'taskorch-execution';
const version = 1;

const fact = objectOf({
  index: count,
  at: moment,
  kind: oneOf('started', 'taskStarted', 'taskSubmitted', 'taskHeartbeat', 'taskSucceeded', 'taskFailed', 'timerFired', 'continued', 'stopped', 'redriven'),
  state: optional(text),
  lastEventId: count,
});

const details = objectOf({
  name: optional(text),
  index: optional(count),
  length: optional(count),
  input: optional(text),
  output: optional(text),
  parameters: optional(text),
  resource: optional(text),
  resourceType: optional(text),
  error: optional(text),
  cause: optional(text),
  state: optional(text),
  location: optional(text),
  mapRunArn: optional(text),
  redriveCount: optional(count),
  assignedVariables: optional(recordOf(text)),
});

const event: Shape = (value, at) => {
  objectOf({ id: count, previousEventId: optional(count), timestamp: number, type: text })(value, at);
  if (isRecord(value)) {
    const name = detailsName(textOf(value, 'type') ?? '');
    optional(details)(value[name], `${at}/${name}`);
  }
};

const bundle = objectOf({
  exportedAt: moment,
  execution: objectOf({
    executionArn: text,
    name: text,
    stateMachineArn: text,
    stateMachineVersionArn: optional(text),
    stateMachineAliasArn: optional(text),
    stateMachineName: text,
    type: text,
    roleArn: text,
    definition: text,
    status: oneOf('RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED', 'PENDING_REDRIVE'),
    startDate: moment,
    input: text,
    mapRunArn: optional(text),
    parent: optional(objectOf({ executionArn: text })),
    taskId: optional(text),
    eventCount: count,
    nested: listOf(objectOf({ eventId: count, executionArn: text })),
    mapRuns: listOf(objectOf({ eventId: count, mapRunArn: text })),
  }),
  facts: listOf(fact),
  history: listOf(event),
});

/**
 * The execution that an exported file holds. All that is shown of it is looked at before: a file may come from anybody.
 * @throws BundleFault where it is no such file, with what was expected and what was found.
 */
export function readBundle(file: string): Bundle {
  // Some programs put a byte-order mark before what they save.
  const content = file.replace(/^\uFEFF/u, '');
  const value = parsed(content);
  if (value === undefined) {
    throw new BundleFault(`Expected the JSON of an exported execution, found ${whatIsNoJson(content)}.`);
  }

  checkKind(value);
  if (!isWritten(value)) {
    throw fault('an exported execution', value, '');
  }

  value.facts.forEach(({ index }, place) => {
    if (index !== place) {
      throw fault(`fact ${place}`, index, `/facts/${place}/index`);
    }
  });
  return { exportedAt: value.exportedAt, execution: value.execution, facts: value.facts, history: historyOf(value.history) };
}

/** Says of files that are something else what they are: people have several kinds of them. */
function checkKind(value: unknown): void {
  if (!isRecord(value)) {
    throw fault('the object of an exported execution', value, '');
  }

  if (value.format !== format) {
    throw new BundleFault(`Expected a file of the format ${format}, found ${kindOf(value)}. The page of an execution exports one: Export, Portable bundle.`);
  }

  if (value.formatVersion !== version) {
    throw new BundleFault(`Expected version ${version} of the format, found ${JSON.stringify(value.formatVersion ?? null)}. The file was exported by another version of this program.`);
  }
}

function kindOf(value: Readonly<Record<string, unknown>>): string {
  if (value.format !== undefined) {
    return `the format ${JSON.stringify(value.format).slice(0, 60)}`;
  }

  if (Array.isArray(value.events)) {
    return 'a history as GetExecutionHistory answers, without the definition';
  }

  return isRecord(value.States) ? 'the definition of a state machine' : 'JSON without a format';
}

function whatIsNoJson(content: string): string {
  const problem = syntaxProblemOf(content);
  return content.trim() === '' ? 'an empty file' : `text that is no JSON${problem === null ? '' : `: ${problem.message.replace(/\.$/u, '')}`}`;
}

/** Named boundary: what the shape has let through is what the server writes. */
function isWritten(value: unknown): value is Written {
  bundle(value, '');
  return true;
}

function historyOf(events: readonly HistoryEvent[]): ExecutionHistory {
  try {
    return ExecutionHistory.upTo(events, events.length);
  } catch (error) {
    throw new BundleFault(`Expected the whole history of an execution at /history. ${error instanceof Error ? error.message : ''}`.trim());
  }
}
