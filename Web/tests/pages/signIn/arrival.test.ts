import { expect, test } from 'vitest';
import { arrivalOf, destinationOf } from '../../../src/pages/signIn/arrival.ts';

const at = (query: string) => new URLSearchParams(query);

test('a link that is not good any more is explained', () => {
  expect(arrivalOf(at('reason=link&request=r-1'), null)).toMatchObject({ type: 'error', requestId: 'r-1' });
});

test('a reason nobody has heard of is still shown', () => {
  expect(arrivalOf(at('reason=moon'), null)).toEqual({ type: 'error', text: 'Signing in failed (moon).' });
});

test('whoever had a session is told why it may have ended', () => {
  const arrival = arrivalOf(at('to=%2Ftasks'), { ended: true });

  expect(arrival?.type).toBe('warning');
  expect(arrival?.text).toContain('The session has ended');
});

test('whoever has signed out is told so, and a first visitor nothing', () => {
  expect(arrivalOf(at(''), { left: true })).toEqual({ type: 'info', text: 'You are signed out.' });
  expect(arrivalOf(at('to=%2F'), { ended: false })).toBeUndefined();
});

test('one comes back to the page one wanted, and never to another site', () => {
  expect(['to=%2Ftasks%3Fstatus%3DFailed', '', 'to=https%3A%2F%2Fevil.example', 'to=%2F%2Fevil.example', 'to=%2F%5Cevil.example', 'to=%2Fsign-in'].map((query) => destinationOf(at(query)))).toEqual([
    '/tasks?status=Failed',
    '/',
    '/',
    '/',
    '/',
    '/',
  ]);
});
