import createClient from 'openapi-fetch';
import { ApiFailure, isCalledOff, unanswered, type Fault } from './failure.ts';
import { isRecord, parsed, textOf } from './json.ts';
import type { components, paths } from './schema.d.ts';
import { hearTime } from './serverClock.ts';

/** A schema of the API by its name, such as `Schema<'Key'>`. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];

/**
 * The REST API, typed by its OpenAPI document: `rest.GET('/api/v1/keys')`.
 * A failed request rejects with an {@link ApiFailure}, so `data` is there whenever the operation answers with content.
 */
export const rest = createClient<paths>({ baseUrl: window.location.origin });

const askedAt = new WeakMap<Request, number>();

rest.use({
  onRequest: ({ request }) => {
    askedAt.set(request, Date.now());
  },
  onResponse: async ({ request, response }) => {
    hearTime(response.headers.get('X-Server-Time'), askedAt.get(request));
    if (!response.ok && response.status !== 304) {
      throw await failureOf(response);
    }
  },
  onError: ({ error }) => (error instanceof ApiFailure || isCalledOff(error) ? undefined : unanswered(error)),
});

/** The content of an answer: `await content(rest.GET('/api/v1/keys'))`. */
export async function content<T>(answer: Promise<{ data?: T; response: Response }>): Promise<T> {
  return (await tagged(answer)).data;
}

/** The content of an answer with its version (ETag), which a change asks for as `If-Match`. */
export async function tagged<T>(answer: Promise<{ data?: T; response: Response }>): Promise<{ data: T; etag: string | undefined }> {
  const { data, response } = await answer;
  if (data === undefined) {
    throw new ApiFailure('The server answered without content where content was expected.', response.status, 'no-content', requestIdOf(response));
  }
  return { data, etag: response.headers.get('ETag') ?? undefined };
}

/** Waits for an operation that answers without content. */
export async function done(answer: Promise<unknown>): Promise<void> {
  await answer;
}

/** What went wrong, out of an answer that says so (RFC 9457). For requests that do not go through {@link rest}, such as uploads. */
export async function failureOf(response: Response): Promise<ApiFailure> {
  return failureFrom(response.status, await response.text(), requestIdOf(response));
}

/** What went wrong, out of the parts of an answer. */
export function failureFrom(status: number, body: string, requestId?: string): ApiFailure {
  const problem = parsed(body);
  if (!isRecord(problem)) {
    return new ApiFailure(`The server answered with status ${status}.`, status, 'unknown', requestId);
  }
  const message = textOf(problem, 'detail') ?? textOf(problem, 'title') ?? `The server answered with status ${status}.`;
  const code = (textOf(problem, 'type') ?? 'unknown').replace(/^.*:/, '');
  return new ApiFailure(message, status, code, textOf(problem, 'requestId') ?? requestId, faultsOf(problem.errors));
}

function faultsOf(errors: unknown): Fault[] {
  if (!Array.isArray(errors)) {
    return [];
  }
  return errors.filter(isRecord).map((error) => ({ pointer: textOf(error, 'pointer') ?? '', detail: textOf(error, 'detail') ?? '' }));
}

function requestIdOf(response: Response): string | undefined {
  return response.headers.get('X-Request-Id') ?? response.headers.get('x-amzn-RequestId') ?? undefined;
}
