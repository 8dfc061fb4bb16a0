import { expect, test } from 'vitest';
import { machinePatterns } from '../../../src/pages/keys/machinePatterns.ts';

test('takes every pattern, whatever stands between them', () => {
  expect(machinePatterns(' orders-*, arn:aws:states:*:*:stateMachine:billing\nrefunds ')).toEqual({
    machines: ['orders-*', 'arn:aws:states:*:*:stateMachine:billing', 'refunds'],
  });
});

test('says nothing of machines where none is typed', () => {
  expect(machinePatterns('  ')).toEqual({});
});
