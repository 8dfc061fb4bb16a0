import { expect, test } from 'vitest';
import { ApiFailure, unanswered } from '../../src/api/failure.ts';
import { isWorthAnotherTry } from '../../src/api/queryClient.ts';
import { failureFrom } from '../../src/api/rest.ts';

test('a problem becomes a failure with its message, its code, its request id and every fault', () => {
  const body = JSON.stringify({
    type: 'urn:taskorch:problem:invalid-body',
    title: 'The body has faults',
    status: 400,
    detail: 'The body has 2 faults.',
    requestId: 'r-1',
    errors: [
      { pointer: '/owner', detail: 'expected a name' },
      { pointer: '/roles/0', detail: 'expected a role' },
    ],
  });

  const failure = failureFrom(400, body, 'r-header');

  expect(failure).toEqual(
    new ApiFailure('The body has 2 faults.', 400, 'invalid-body', 'r-1', [
      { pointer: '/owner', detail: 'expected a name' },
      { pointer: '/roles/0', detail: 'expected a role' },
    ]),
  );
  expect([failure.status, failure.code, failure.requestId, failure.faults.length]).toEqual([400, 'invalid-body', 'r-1', 2]);
});

test('an answer that is no problem is a failure with the status and the id of its header', () => {
  const failure = failureFrom(502, '<html>', 'r-2');

  expect([failure.message, failure.code, failure.requestId]).toEqual(['The server answered with status 502.', 'unknown', 'r-2']);
});

test('only a 401 asks for signing in', () => {
  expect([401, 403, 404, 0].map((status) => new ApiFailure('', status, 'x').asksForSignIn)).toEqual([true, false, false, false]);
});

test('what the server refused is not asked again, what it could not answer is, twice', () => {
  const refused = new ApiFailure('', 403, 'forbidden');
  const broken = new ApiFailure('', 503, 'unavailable');

  expect(isWorthAnotherTry(0, refused)).toBe(false);
  expect([0, 1, 2].map((failures) => isWorthAnotherTry(failures, broken))).toEqual([true, true, false]);
  expect(isWorthAnotherTry(0, unanswered(new TypeError('Failed to fetch')))).toBe(true);
  expect(isWorthAnotherTry(0, new Error('a mistake in the page'))).toBe(false);
});
