import { describe, expect, it } from 'vitest';
import { parsed } from '../../../src/api/json.ts';
import { ExecutionHistory } from '../../../src/history/executionHistory.ts';
import { stepTest } from '../../../src/pages/execution/stepTest.ts';
import { entered, eventsOf, exited, started, task, type Told } from '../../history/eventsOf.ts';

const view = {
  executionArn: 'arn:aws:states:us-east-1:123456789012:execution:M:e',
  name: 'e',
  roleArn: 'arn:aws:iam::123456789012:role/R',
  stateMachineArn: 'arn:aws:states:us-east-1:123456789012:stateMachine:M',
  stateMachineName: 'M',
  input: '{"n":1.0}',
  startDate: '2026-03-01T12:00:00Z',
  definition: '{}',
};

const told = (...events: Told[]) => {
  const history = ExecutionHistory.upTo(eventsOf(...events), events.length);
  return (name: string, definition: object = {}) => {
    const step = history.steps.findLast((candidate) => candidate.name === name);
    return step === undefined ? undefined : stepTest({ ...view, definition: JSON.stringify(definition) }, history, step);
  };
};

describe('stepTest', () => {
  it('has the data that the step had, and what its work answered in place of the work', () => {
    const test = told(started, entered(0, 'Pass', 'Before'), exited(2, 'Pass', 'Before', '{}', { way: '1.0' }), entered(3, 'Task', 'Pay', '{"b":2}'), task(4, 'Scheduled'), task(5, 'Succeeded', { output: '[]' }));

    expect(test('Pay')).toEqual({ roleArn: view.roleArn, input: '{\n  "b": 2\n}', variables: '{\n  "way": 1.0\n}', context: '', mock: 'result', result: '[]' });
    expect(test('Before')).toEqual({ roleArn: view.roleArn, input: '{}', variables: '', context: '' });
  });

  it('fails as the work failed at last', () => {
    const test = told(
      started,
      entered(0, 'Task', 'Pay'),
      task(2, 'Scheduled'),
      task(3, 'Failed', { error: 'Busy', cause: 'one' }),
      task(4, 'Scheduled'),
      task(5, 'Failed', { error: 'Busy', cause: 'two' }),
    );

    expect(test('Pay')).toMatchObject({ mock: 'error', error: 'Busy', cause: 'two', retries: '1' });
  });

  it('does not do again what is under way', () => {
    expect(told(started, entered(0, 'Task', 'Pay'), task(2, 'Scheduled'))('Pay')).toMatchObject({ mock: 'result' });
  });

  it('has the outputs of the iterations for a Map, and the item for a state in one', () => {
    const test = told(
      started,
      entered(0, 'Map', 'Each'),
      [2, 'MapStateStarted', { length: 1 }],
      [3, 'MapIterationStarted', { name: 'Each', index: 0 }],
      entered(4, 'Pass', 'Item', '7.0'),
      exited(5, 'Pass', 'Item', '8'),
      [6, 'MapIterationSucceeded', { name: 'Each', index: 0 }],
      [7, 'MapStateSucceeded'],
    );
    const definition = {
      StartAt: 'Each',
      States: { Each: { Type: 'Map', ItemProcessor: { StartAt: 'Item', States: { Item: { Type: 'Pass', Parameters: { 'at.$': '$$.Map.Item.Index' } } } } } },
    };

    expect(test('Each', definition)).toMatchObject({ mock: 'result', result: '[\n  8\n]', context: '' });
    const context = test('Item', definition)?.context ?? '';
    expect(context).toContain('"Value": 7.0');
    expect(parsed(context)).toEqual({
      Execution: { Id: view.executionArn, Input: { n: 1 }, Name: 'e', RoleArn: view.roleArn, StartTime: view.startDate },
      StateMachine: { Id: view.stateMachineArn, Name: 'M' },
      State: { EnteredTime: '1970-01-01T00:16:44.000Z', Name: 'Item', RetryCount: 0 },
      Map: { Item: { Index: 0, Value: 7 } },
    });
  });
});
