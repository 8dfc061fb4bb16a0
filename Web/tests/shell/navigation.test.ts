import { expect, test } from 'vitest';
import { addressOf, machineNameOf, nameIn } from '../../src/shell/addresses.ts';
import { activeHref } from '../../src/shell/navigation.ts';

test('a page of one thing belongs to the list of such things, and an execution to the state machines', () => {
  expect(['/', '/tasks/7', '/executions/arn%3Aaws', '/new-machine', '/new-schedule', '/bundle', '/event-subscriptions/rules%2Fall'].map(activeHref)).toEqual([
    '/',
    '/tasks',
    '/machines',
    '/machines',
    '/schedules',
    '/machines',
    '/event-subscriptions',
  ]);
});

test('an ARN with a slash is one part of an address', () => {
  const arn = 'arn:aws:states:eu-west-1:123456789012:execution:batch/label:child';
  expect(addressOf.execution(arn)).toBe('/executions/arn%3Aaws%3Astates%3Aeu-west-1%3A123456789012%3Aexecution%3Abatch%2Flabel%3Achild');
});

test.each(['orders', 'new', '.', '..', '~..', '~~.', '...', '~', 'My.Machine', 'Größe'])('a machine named %s has an address of its own, from which its name is read', (name) => {
  const { pathname } = new URL(addressOf.machineEditor(name), 'http://console/');
  const [, list, part, page] = pathname.split('/');
  expect([list, nameIn(decodeURIComponent(part ?? '')), page]).toEqual(['machines', name, 'edit']);
});

test('what has a slash in its name has an address of its own', () => {
  expect(addressOf.subscription('rules/all')).toBe('/event-subscriptions/rules%2Fall');
});

test('a child of a Distributed Map belongs to the machine that has the Map', () => {
  expect(addressOf.machine('Batch/Label')).toBe('/machines/Batch');
});

test('the form for a new machine or schedule is at no address that a machine or schedule may have', () => {
  expect([addressOf.newMachine(), addressOf.newSchedule()]).toEqual(['/new-machine', '/new-schedule']);
});

test('the name of a state machine is in the ARN of its executions', () => {
  expect(machineNameOf('arn:aws:states:eu-west-1:123456789012:execution:orders:run-1')).toBe('orders');
});
