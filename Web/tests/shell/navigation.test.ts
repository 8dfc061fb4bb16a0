import { expect, test } from 'vitest';
import { addressOf, machineNameOf } from '../../src/shell/addresses.ts';
import { activeHref } from '../../src/shell/navigation.ts';

test('a page of one thing belongs to the list of such things, and an execution to the state machines', () => {
  expect(['/', '/tasks/7', '/executions/arn%3Aaws', '/machines/new', '/bundle', '/event-subscriptions/rules%2Fall'].map(activeHref)).toEqual(['/', '/tasks', '/machines', '/machines', '/machines', '/event-subscriptions']);
});

test('an ARN with a slash is one part of an address', () => {
  const arn = 'arn:aws:states:eu-west-1:123456789012:execution:batch/label:child';
  expect(addressOf.execution(arn)).toBe('/executions/arn%3Aaws%3Astates%3Aeu-west-1%3A123456789012%3Aexecution%3Abatch%2Flabel%3Achild');
});

test('the name of a state machine is in the ARN of its executions', () => {
  expect(machineNameOf('arn:aws:states:eu-west-1:123456789012:execution:orders:run-1')).toBe('orders');
});
