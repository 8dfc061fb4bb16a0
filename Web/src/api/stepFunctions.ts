import { ApiFailure, isCalledOff, unanswered } from './failure.ts';
import { isRecord, parsed, textOf } from './json.ts';
import { hearTime } from './serverClock.ts';
import type { Actions } from './wire/actions.ts';

/**
 * Calls an action of AWS Step Functions over its own wire protocol: `stepFunctions('DescribeExecution', { executionArn })`.
 * Requests and answers have AWS's own shapes; moments are seconds since 1970. A failed call rejects with an {@link ApiFailure}
 * whose code is AWS's error name.
 */
export async function stepFunctions<Action extends keyof Actions>(
  action: Action,
  request: Actions[Action]['request'],
  signal?: AbortSignal,
): Promise<Actions[Action]['answer']> {
  const askedAt = Date.now();
  const response = await post(action, request, signal);
  hearTime(response.headers.get('X-Server-Time'), askedAt);
  const body = await response.text();
  if (!response.ok) {
    throw failureFrom(response, body);
  }
  // The boundary: what the server answers has the shape that AWS's model gives the action.
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions
  return (body === '' ? {} : JSON.parse(body)) as Actions[Action]['answer'];
}

async function post(action: string, request: unknown, signal?: AbortSignal): Promise<Response> {
  try {
    return await fetch('/', {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-amz-json-1.0', 'X-Amz-Target': `AWSStepFunctions.${action}` },
      body: JSON.stringify(request),
      signal: signal ?? null,
    });
  } catch (error) {
    throw isCalledOff(error) ? error : unanswered(error);
  }
}

function failureFrom(response: Response, body: string): ApiFailure {
  const error = parsed(body);
  const requestId = response.headers.get('x-amzn-RequestId') ?? response.headers.get('X-Request-Id') ?? undefined;
  if (!isRecord(error)) {
    return new ApiFailure(`The server answered with status ${response.status}.`, response.status, 'unknown', requestId);
  }
  const code = (textOf(error, '__type') ?? 'unknown').replace(/^.*#/, '');
  return new ApiFailure(textOf(error, 'message') ?? textOf(error, 'Message') ?? code, response.status, code, requestId);
}
