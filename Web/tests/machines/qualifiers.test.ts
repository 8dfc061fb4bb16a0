import { expect, test } from 'vitest';
import { qualifierOf, qualifierWords, startedWith } from '../../src/machines/qualifiers.ts';

const machine = 'arn:aws:states:us-east-1:123456789012:stateMachine:Orders';

test('an ARN without anything behind the name is of the current revision', () => {
  expect([qualifierOf(machine), qualifierWords(machine)]).toEqual([undefined, 'Current revision']);
});

test('digits are a version, anything else an alias', () => {
  expect([qualifierWords(`${machine}:12`), qualifierWords(`${machine}:live`), qualifierWords(`${machine}:2nd`)]).toEqual(['Version 12', 'Alias live', 'Alias 2nd']);
});

test('an execution was started with a version, by an alias or without one', () => {
  expect([startedWith(`${machine}:3`, undefined), startedWith(`${machine}:3`, null), startedWith(`${machine}:3`, `${machine}:live`)]).toEqual(['Version 3', 'Version 3', 'Alias live, version 3']);
});
