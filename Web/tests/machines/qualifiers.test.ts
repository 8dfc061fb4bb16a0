import { expect, test } from 'vitest';
import { qualifierOf, qualifierWords } from '../../src/machines/qualifiers.ts';

const machine = 'arn:aws:states:us-east-1:123456789012:stateMachine:Orders';

test('an ARN without anything behind the name is of the current revision', () => {
  expect([qualifierOf(machine), qualifierWords(machine)]).toEqual([undefined, 'Current revision']);
});

test('digits are a version, anything else an alias', () => {
  expect([qualifierWords(`${machine}:12`), qualifierWords(`${machine}:live`), qualifierWords(`${machine}:2nd`)]).toEqual(['Version 12', 'Alias live', 'Alias 2nd']);
});
