import { describe, expect, it } from 'vitest';
import { ExecutionHistory } from '../../../src/history/executionHistory.ts';
import { matchingRows, rowsInside, rowsOf, type StepRow } from '../../../src/pages/execution/stepRows.ts';
import { entered, eventsOf, exited, started, task } from '../../history/eventsOf.ts';

const history = ExecutionHistory.upTo(
  eventsOf(
    started,
    entered(0, 'Parallel', 'Both'),
    [2, 'ParallelStateStarted'],
    entered(3, 'Pass', 'Quick'),
    exited(4, 'Pass', 'Quick'),
    entered(3, 'Task', 'Slow'),
    task(6, 'Scheduled'),
  ),
  7,
);

const outline = (row: StepRow): unknown => [row.name, row.status, ...rowsInside(row).map(outline)];

describe('rowsOf', () => {
  it('is a tree of steps, branches and their steps', () => {
    expect(rowsOf(history.root).map(outline)).toEqual([
      ['Both', 'inProgress', ['branch 1', 'succeeded', ['Quick', 'succeeded']], ['branch 2', 'inProgress', ['Slow', 'inProgress']]],
    ]);
  });
});

describe('matchingRows', () => {
  it('finds steps wherever they are, under their whole path', () => {
    expect(matchingRows(history.steps, 'LAMBDA', undefined).map(row => row.name)).toEqual(['Both › branch 2 › Slow']);
    expect(matchingRows(history.steps, '', 'succeeded').map(row => row.name)).toEqual(['Both › branch 1 › Quick']);
  });
});
