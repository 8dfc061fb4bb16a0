import { describe, expect, it } from 'vitest';
import { ExecutionHistory } from '../../src/history/executionHistory.ts';
import { childrenOf, statusOf, type Step } from '../../src/history/step.ts';
import { entered, eventsOf, exited, started, task, type Told } from './eventsOf.ts';

function historyOf(...told: Told[]): ExecutionHistory {
  const history = new ExecutionHistory();
  history.append(eventsOf(...told));
  return history;
}

const stepLines = (history: ExecutionHistory) => history.steps.map(step => `${step.name} ${step.status}`);

const iterationLines = (step: Step) => childrenOf(step).map(child => `${child.index} ${statusOf(child)}: ${child.scope.steps.map(inner => `${inner.name} ${inner.status}`).join(', ')}`);

const retried: Told[] = [
  started,
  entered(0, 'Task', 'Pay'),
  task(2, 'Scheduled', { parameters: '{"try":1}' }),
  task(3, 'Started'),
  task(4, 'Failed', { error: 'TransientFailure', cause: 'no line' }),
  task(5, 'Scheduled', { parameters: '{"try":2}' }),
  task(6, 'Started'),
  task(7, 'Succeeded', { output: '{"paid":true}' }),
  exited(8, 'Task', 'Pay', '{"paid":true}'),
  entered(9, 'Succeed', 'Done'),
  exited(10, 'Succeed', 'Done'),
  [11, 'ExecutionSucceeded', { output: '{"paid":true}' }],
];

const iterated: Told[] = [
  started,
  entered(0, 'Map', 'Each'),
  [2, 'MapStateStarted', { length: 2 }],
  [3, 'MapIterationStarted', { name: 'Each', index: 0 }],
  entered(4, 'Pass', 'Item', '1'),
  exited(5, 'Pass', 'Item', '1'),
  [6, 'MapIterationSucceeded', { name: 'Each', index: 0 }],
  [6, 'MapIterationStarted', { name: 'Each', index: 1 }],
  entered(8, 'Fail', 'Item2', '2'),
  [9, 'MapIterationFailed', { name: 'Each', index: 1 }],
  [9, 'MapStateFailed'],
  exited(11, 'Map', 'Each', '{"Error":"Bad"}'),
  entered(12, 'Pass', 'Caught'),
];

const branched: Told[] = [
  started,
  entered(0, 'Parallel', 'Both'),
  [2, 'ParallelStateStarted'],
  entered(3, 'Task', 'Left'),
  task(4, 'Scheduled'),
  task(5, 'Started'),
  entered(3, 'Wait', 'Right'),
  task(6, 'Failed', { error: 'Broken' }),
  [8, 'TaskStateAborted'],
  [7, 'WaitStateAborted'],
  [9, 'ParallelStateFailed'],
  [11, 'ExecutionFailed', { error: 'Broken' }],
];

describe('ExecutionHistory', () => {
  it('has a step for each visit to a state, with how it went', () => {
    const history = historyOf(...retried);

    expect(stepLines(history)).toEqual(['Pay succeeded', 'Done succeeded']);
    expect([history.outcome, history.output, history.startedAt, history.stoppedAt]).toEqual(['SUCCEEDED', '{"paid":true}', 1000, 1011]);
  });

  it('counts the attempts at a task, each with what it was given and why it failed', () => {
    const [pay] = historyOf(...retried).steps;

    expect(pay?.attempts.map(({ status, startedAt, endedAt, failure, input }) => ({ status, startedAt, endedAt, failure, input }))).toEqual([
      { status: 'failed', startedAt: 1002, endedAt: 1004, failure: { error: 'TransientFailure', cause: 'no line' }, input: '{"try":1}' },
      { status: 'succeeded', startedAt: 1005, endedAt: 1007, failure: undefined, input: '{"try":2}' },
    ]);
    expect(pay?.resource).toBe('lambda:invoke');
  });

  it('has a task go on while it waits for its next attempt', () => {
    const history = historyOf(...retried.slice(0, 5));

    expect(history.steps[0]).toMatchObject({ status: 'inProgress', failure: { error: 'TransientFailure' } });
  });

  it('says caught where a state was left after a failure', () => {
    const history = historyOf(started, entered(0, 'Task', 'Pay'), task(2, 'Scheduled'), task(3, 'Failed', { error: 'Declined' }), exited(4, 'Task', 'Pay'), entered(5, 'Fail', 'Sorry'));

    expect(stepLines(history)).toEqual(['Pay caughtError', 'Sorry inProgress']);
  });

  it('puts the steps of an iteration into it, one that follows from a freed place too', () => {
    const each = historyOf(...iterated.slice(0, 10)).steps[0];

    expect(each?.length).toBe(2);
    expect(each && iterationLines(each)).toEqual(['0 succeeded: Item succeeded', '1 failed: Item2 failed']);
  });

  it('goes on outside of a Map once it was left', () => {
    const history = historyOf(...iterated);

    expect(history.root.steps.map(step => `${step.name} ${step.status}`)).toEqual(['Each caughtError', 'Caught inProgress']);
  });

  it('begins the iterations of a Map anew where it is tried again', () => {
    const history = historyOf(...iterated.slice(0, 10), [9, 'MapStateStarted', { length: 2 }], [11, 'MapIterationStarted', { name: 'Each', index: 0 }], entered(12, 'Pass', 'Item', '1'));
    const [each] = history.root.steps;

    expect(each?.attempts.map(attempt => attempt.status)).toEqual(['failed', 'inProgress']);
    expect(each && iterationLines(each)).toEqual(['0 inProgress: Item inProgress']);
  });

  it('says which branch failed and which was cut short', () => {
    const history = historyOf(...branched);

    expect(stepLines(history)).toEqual(['Both failed', 'Left failed', 'Right cancelled']);
    expect(history.steps[0]?.failure).toEqual({ error: 'Broken', cause: undefined });
  });

  it('cuts short what is open when the execution is stopped', () => {
    const history = historyOf(...branched.slice(0, 7), [6, 'ExecutionAborted', { error: 'Enough', cause: 'tested' }]);

    expect(stepLines(history)).toEqual(['Both cancelled', 'Left cancelled', 'Right cancelled']);
    expect(history.failure).toEqual({ error: 'Enough', cause: 'tested' });
  });

  it('fails the step that ended the execution and all that it is a part of', () => {
    const history = historyOf(...branched.slice(0, 7), [6, 'ExecutionFailed', { error: 'States.Runtime', cause: 'no such path' }]);

    expect(stepLines(history)).toEqual(['Both failed', 'Left failed', 'Right cancelled']);
    expect(history.steps[1]?.failure).toEqual({ error: 'States.Runtime', cause: 'no such path' });
  });

  it('lets go on what did not succeed when the execution is redriven', () => {
    const history = historyOf(...branched, [12, 'ExecutionRedriven', { redriveCount: 1 }], task(4, 'Scheduled'), task(14, 'Succeeded', { output: '1' }), exited(15, 'Task', 'Left', '1'));

    expect(stepLines(history)).toEqual(['Both inProgress', 'Left succeeded', 'Right inProgress']);
    expect([history.outcome, history.redriveCount, history.failure, history.stoppedAt]).toEqual(['RUNNING', 1, undefined, undefined]);
  });

  it('enters a Fail state of a branch in its branch when it is redriven', () => {
    const history = historyOf(
      started,
      entered(0, 'Parallel', 'Both'),
      [2, 'ParallelStateStarted'],
      entered(3, 'Fail', 'Sorry'),
      [4, 'ParallelStateFailed'],
      [5, 'ExecutionFailed', { error: 'Broken' }],
      [6, 'ExecutionRedriven', { redriveCount: 1 }],
      entered(7, 'Fail', 'Sorry'),
    );

    expect(childrenOf(history.steps[0] ?? expect.fail()).map(child => child.scope.steps.map(step => `${step.name} ${step.visit} ${step.status}`))).toEqual([
      ['Sorry 1 failed', 'Sorry 2 inProgress'],
    ]);
  });

  it('knows an expression that failed on the way into a state, though it follows from the event before', () => {
    const history = historyOf(
      started,
      entered(0, 'Pass', 'First'),
      exited(2, 'Pass', 'First'),
      entered(3, 'Pass', 'Second'),
      [3, 'EvaluationFailed', { state: 'Second', error: 'States.QueryEvaluationError', cause: 'no' }],
      [5, 'ExecutionFailed', { error: 'States.QueryEvaluationError', cause: 'no' }],
    );

    expect(stepLines(history)).toEqual(['First succeeded', 'Second failed']);
    expect(history.steps[1]?.events).toEqual([4, 5]);
  });

  it('knows the execution and the Map Run that a step has started', () => {
    const child = 'arn:aws:states:eu:1:execution:M:c';
    const history = historyOf(
      started,
      entered(0, 'Task', 'Nested'),
      [2, 'TaskScheduled', { resourceType: 'states', resource: 'startExecution.sync:2' }],
      [3, 'TaskSubmitted', { resourceType: 'states', resource: 'startExecution.sync:2', output: JSON.stringify({ ExecutionArn: child }) }],
      [4, 'TaskSucceeded', { resourceType: 'states', resource: 'startExecution.sync:2', output: '{}' }],
      exited(5, 'Task', 'Nested'),
      entered(6, 'Map', 'Many'),
      [7, 'MapStateStarted', { length: 0 }],
      [8, 'MapRunStarted', { mapRunArn: 'arn:run' }],
      [9, 'MapRunSucceeded'],
      [9, 'MapStateSucceeded'],
      exited(9, 'Map', 'Many'),
    );

    expect(history.steps.map(step => [step.startedExecution, step.mapRun, step.status])).toEqual([
      [child, undefined, 'succeeded'],
      [undefined, 'arn:run', 'succeeded'],
    ]);
  });

  it('is the same whether the events come at once or one by one, and passes over those it has', () => {
    const events = eventsOf(...iterated);
    const oneByOne = new ExecutionHistory();
    for (const event of events) {
      oneByOne.append([event]);
      oneByOne.append(events.slice(0, event.id));
    }

    expect(oneByOne).toEqual(historyOf(...iterated));
  });

  it('is at any moment the fold of the events up to it', () => {
    const past = ExecutionHistory.upTo(eventsOf(...branched), 7);

    expect(stepLines(past)).toEqual(['Both inProgress', 'Left inProgress', 'Right inProgress']);
    expect(past.outcome).toBe('RUNNING');
  });

  it('refuses events that leave a gap', () => {
    const history = historyOf(started);

    expect(() => { history.append(eventsOf(...retried).slice(3)); }).toThrow('The history goes on with event 2, not with event 4.');
  });
});
