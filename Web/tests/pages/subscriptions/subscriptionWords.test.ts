import { expect, it } from 'vitest';
import { deliveryState, eventCount, machineWords, statusWords, targetWords } from '../../../src/pages/subscriptions/subscriptionWords.ts';

it('says that deliveries fail as long as they do, whatever was before', () => {
  const moments = { lastSuccess: '2026-03-01T12:00:00Z', lastFailure: '2026-03-01T12:00:01Z' };

  expect([0, 1, 4, 5].map((failuresInARow) => deliveryState({ ...moments, failuresInARow }))).toEqual([
    { type: 'success', text: 'Delivering' },
    { type: 'warning', text: 'The last attempt failed' },
    { type: 'warning', text: 'The last 4 attempts failed' },
    { type: 'error', text: 'The last 5 attempts failed' },
  ]);
  expect(deliveryState({ failuresInARow: 0 })).toEqual({ type: 'pending', text: 'Nothing sent yet' });
  expect(deliveryState({ failuresInARow: 0, lastFailure: moments.lastFailure })).toEqual({ type: 'warning', text: 'Gave up the last event' });
});

it('says of a count that was not counted to its end that there may be more', () => {
  expect([0, 9_999, 10_000].map(eventCount)).toEqual(['0', '9,999', '10,000 or more']);
});

it('says where events go and what they are about', () => {
  expect(targetWords({ url: 'https://billing.example', isSigned: true })).toBe('https://billing.example, signed');
  expect(targetWords({ url: 'https://billing.example', isSigned: false })).toBe('https://billing.example, not signed');
  expect(targetWords({ queue: 'executions.fifo' })).toBe('queue executions.fifo');
  expect([machineWords({ stateMachines: [] }), machineWords({ stateMachines: ['Order*', 'Bill'] })]).toEqual(['All state machines', 'Order*, Bill']);
  expect([statusWords({ statuses: [] }), statusWords({ statuses: ['FAILED', 'ABORTED'] })]).toEqual(['Every status', 'FAILED, ABORTED']);
});
