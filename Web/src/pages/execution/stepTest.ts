import { isRecord, parsed } from '../../api/json.ts';
import { prettyJson } from '../../editor/prettyJson.ts';
import { statesOf } from '../../graph/statesOf.ts';
import type { ExecutionHistory } from '../../history/executionHistory.ts';
import type { Step } from '../../history/step.ts';
import { variablesSeenBy } from '../../history/variables.ts';
import { workResult } from '../../history/workResult.ts';
import type { TestDraft } from '../../testState/testDraft.ts';
import type { ExecutionView } from './useExecution.ts';

type Tested = Pick<ExecutionView, 'executionArn' | 'name' | 'roleArn' | 'stateMachineArn' | 'stateMachineName' | 'input' | 'startDate' | 'definition'>;

/**
 * The test that lets a step happen again: with the data that it had, and with what its work answered or how it failed in place of the work, so that
 * nothing is done a second time.
 */
export function stepTest(view: Tested, history: ExecutionHistory, step: Step): Partial<TestDraft> {
  const variables = variablesSeenBy(step);
  return {
    roleArn: view.roleArn,
    input: prettyJson(step.input ?? '{}'),
    variables: variables.size === 0 ? '' : prettyJson(objectOf([...variables])),
    context: contextOf(view, step),
    ...mockOf(history, step),
  };
}

function mockOf(history: ExecutionHistory, step: Step): Partial<TestDraft> {
  const last = step.attempts.at(-1);
  if (last === undefined) {
    return {};
  }

  const failure = last.failure ?? step.failure;
  if (failure !== undefined) {
    const retries = step.attempts.length - 1;
    return { mock: 'error', error: failure.error ?? '', cause: failure.cause ?? '', ...(retries === 0 ? {} : { retries: String(retries) }) };
  }

  const result = workResult(history, step);
  return { mock: 'result', ...(result === undefined ? {} : { result: prettyJson(result) }) };
}

/** The context object as the step saw it, for a state that looks at it; no other needs one. */
function contextOf(view: Tested, step: Step): string {
  const states = statesOf(parsed(view.definition));
  // What is inside a Map or Parallel sees a context object of its own.
  const definition = JSON.stringify({ ...states.get(step.name)?.state, ItemProcessor: null, Iterator: null, Branches: null });
  if (!/\$\$|\$states\.context/u.test(definition)) {
    return '';
  }

  const text = JSON.stringify;
  const retries = Math.max(0, step.attempts.length - 1);
  return prettyJson(
    objectOf([
      ['Execution', objectOf([['Id', text(view.executionArn)], ['Input', view.input], ['Name', text(view.name)], ['RoleArn', text(view.roleArn)], ['StartTime', text(view.startDate)]])],
      ['StateMachine', objectOf([['Id', text(view.stateMachineArn)], ['Name', text(view.stateMachineName)]])],
      ['State', objectOf([['EnteredTime', text(new Date(step.enteredAt * 1000).toISOString())], ['Name', text(step.name)], ['RetryCount', String(retries)]])],
      ...(definition.includes('Task.Token') ? [pair('Task', objectOf([['Token', text('a-token')]]))] : []),
      ...itemOf(step, states.get(step.scope.child?.owner.name ?? '')?.state),
    ]),
  );
}

/** The item of an iteration. Its value is known where the iteration was given the item as it is. */
function itemOf({ scope }: Step, map: Readonly<Record<string, unknown>> | undefined): (readonly [string, string])[] {
  if (scope.child?.kind !== 'iteration' || !isRecord(map)) {
    return [];
  }

  const given = 'ItemSelector' in map || 'Parameters' in map ? undefined : scope.steps[0]?.input;
  return [pair('Map', objectOf([['Item', objectOf([['Index', String(scope.child.index)], ...(given === undefined ? [] : [pair('Value', given)])])]]))];
}

function pair(name: string, value: string): readonly [string, string] {
  return [name, value];
}

/** An object of members whose values are JSON texts already, so that their numbers keep their spelling. */
function objectOf(members: readonly (readonly [string, string])[]): string {
  return `{${members.map(([name, value]) => `${JSON.stringify(name)}:${value}`).join(',')}}`;
}
