import { describe, expect, it } from 'vitest';
import { compareExecutions, firstDifference } from '../../src/history/comparison.ts';
import { ExecutionHistory } from '../../src/history/executionHistory.ts';
import { entered, eventsOf, exited, started, type Told } from './eventsOf.ts';

const historyOf = (...told: Told[]) => ExecutionHistory.upTo(eventsOf(...told), told.length);

const common: Told[] = [started, entered(0, 'Choice', 'Which'), exited(2, 'Choice', 'Which')];

describe('compareExecutions', () => {
  it('finds none in two that are alike', () => {
    const one = historyOf(...common);
    const lines = compareExecutions(one, historyOf(...common));

    expect(firstDifference(one, one, lines)).toBeUndefined();
  });

  it('puts what only one of them went through on a line of its own, and what comes after side by side again', () => {
    const left = historyOf(...common, entered(3, 'Pass', 'A'), exited(4, 'Pass', 'A'), entered(5, 'Pass', 'Join'));
    const right = historyOf(...common, entered(3, 'Pass', 'B'), exited(4, 'Pass', 'B'), entered(5, 'Pass', 'Join'));
    const lines = compareExecutions(left, right);

    expect(lines.map(line => [line.left?.name, line.right?.name])).toEqual([
      ['Which', 'Which'],
      ['A', undefined],
      [undefined, 'B'],
      ['Join', 'Join'],
    ]);
    expect(firstDifference(left, right, lines)?.difference).toEqual({ what: 'taken', pointer: '', left: 'A', right: undefined, event: 4 });
  });

  it('says where in the data the first difference is', () => {
    const left = historyOf(...common.slice(0, 2), exited(2, 'Choice', 'Which', '{"order":{"total":1,"a/b":1}}'));
    const right = historyOf(...common.slice(0, 2), exited(2, 'Choice', 'Which', '{"order":{"total":1,"a/b":2}}'));

    expect(firstDifference(left, right, compareExecutions(left, right))?.difference).toEqual({ what: 'output', pointer: '/order/a~1b', left: '1', right: '2', event: 3 });
  });

  it('begins with what the executions were given', () => {
    const left = historyOf([0, 'ExecutionStarted', { input: '{"total":1}' }]);
    const right = historyOf([0, 'ExecutionStarted', { input: '{}' }]);

    expect(firstDifference(left, right, [])).toEqual({ line: undefined, difference: { what: 'input', pointer: '/total', left: '1', right: undefined, event: 1 } });
  });

  it('compares iterations by their number, and takes the difference that came to light first', () => {
    const iteration = (first: string): Told[] => [
      started,
      entered(0, 'Map', 'Each'),
      [2, 'MapStateStarted', { length: 2 }],
      [3, 'MapIterationStarted', { name: 'Each', index: 0 }],
      entered(4, 'Pass', 'Item', first),
      exited(5, 'Pass', 'Item', first),
      [6, 'MapIterationSucceeded', { name: 'Each', index: 0 }],
      [7, 'MapStateSucceeded'],
      exited(7, 'Map', 'Each', `[${first}]`),
    ];
    const left = historyOf(...iteration('1'));
    const right = historyOf(...iteration('2'));
    const lines = compareExecutions(left, right);

    expect(lines.map(line => [line.depth, line.left?.name, line.differences.map(difference => difference.what)])).toEqual([
      [0, 'Each', ['output']],
      [1, 'Item', ['input', 'output']],
    ]);
    expect(firstDifference(left, right, lines)?.line).toBe(lines[1]);
  });
});
