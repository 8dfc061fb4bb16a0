import { afterEach, expect, test, vi } from 'vitest';
import { ApiFailure } from '../../src/api/failure.ts';
import { stepFunctions } from '../../src/api/stepFunctions.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

function answering(response: Response) {
  const fetched = vi.fn<typeof fetch>(() => Promise.resolve(response));
  vi.stubGlobal('fetch', fetched);
  return fetched;
}

test('an action is a POST to the root with the action as its target', async () => {
  const fetched = answering(Response.json({ result: 'OK', diagnostics: [] }));

  const answer = await stepFunctions('ValidateStateMachineDefinition', { definition: '{}' });

  expect(answer).toEqual({ result: 'OK', diagnostics: [] });
  expect(fetched.mock.calls).toEqual([
    [
      '/',
      {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-amz-json-1.0', 'X-Amz-Target': 'AWSStepFunctions.ValidateStateMachineDefinition' },
        body: '{"definition":"{}"}',
        signal: null,
      },
    ],
  ]);
});

test('an error of AWS is a failure with its name, its message and the request id', async () => {
  answering(Response.json({ __type: 'com.amazonaws#ExecutionDoesNotExist', message: 'Execution Does Not Exist' }, { status: 400, headers: { 'x-amzn-RequestId': 'r-3' } }));

  const failure: unknown = await stepFunctions('DescribeExecution', { executionArn: 'arn' }).catch((error: unknown) => error);

  expect(failure).toEqual(new ApiFailure('Execution Does Not Exist', 400, 'ExecutionDoesNotExist', 'r-3'));
});

test('no answer is a failure, and being called off is not', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  await expect(stepFunctions('ListStateMachines', {})).rejects.toThrow('The server did not answer (Failed to fetch).');

  const calledOff = new DOMException('aborted', 'AbortError');
  vi.stubGlobal('fetch', () => Promise.reject(calledOff));
  await expect(stepFunctions('ListStateMachines', {})).rejects.toBe(calledOff);
});
