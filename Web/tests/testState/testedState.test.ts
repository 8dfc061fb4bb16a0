import { expect, it } from 'vitest';
import { testedState } from '../../src/testState/testedState.ts';

const of = (state: object) => testedState(JSON.stringify({ StartAt: 'It', States: { It: state } }), 'It');

it('has work that can be done, or must be mocked, or none', () => {
  const task = { type: 'Task', hasWork: true, needsMock: false, retries: false, readsItems: false };

  expect(of({ Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke' })).toEqual(task);
  expect(of({ Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken', Retry: [] })).toEqual({ ...task, needsMock: true, retries: true });
  expect(of({ Type: 'Task', Resource: 'arn:aws:states:::states:startExecution.sync:2' })).toEqual({ ...task, needsMock: true });
  expect(of({ Type: 'Task', Resource: 'arn:aws:states:us-east-1:123456789012:activity:pack' })).toEqual({ ...task, needsMock: true });
  expect(of({ Type: 'Map', ItemReader: {} })).toEqual({ ...task, type: 'Map', needsMock: true, readsItems: true });
  expect(of({ Type: 'Choice' })).toEqual({ ...task, type: 'Choice', hasWork: false });
});

it('is nothing where there is no such state', () => {
  expect(testedState('no JSON', 'It')).toEqual({ type: '', hasWork: false, needsMock: false, retries: false, readsItems: false });
});
