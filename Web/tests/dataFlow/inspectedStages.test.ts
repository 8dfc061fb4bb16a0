import { expect, it } from 'vitest';
import { inspectedStages } from '../../src/dataFlow/inspectedStages.ts';

it('goes through the stages that are known in the order of the data, and says which changed nothing', () => {
  const stages = inspectedStages('{"a":1}', { result: '2', afterResultPath: '{"a":2}', afterInputPath: '{"a":1}', afterParameters: null });

  expect(stages.map(({ name, value, isSame }) => [name, value, isSame])).toEqual([
    ['Input', '{"a":1}', false],
    ['After InputPath', '{"a":1}', true],
    ['Result', '2', false],
    ['After ResultPath', '{"a":2}', false],
  ]);
});
