import type { QueryFunctionContext } from '@tanstack/react-query';
import { tagged } from './rest.ts';

/** An answer with its version. */
export interface Tagged<T> {
  data: T;
  etag: string | undefined;
}

/**
 * Asks again for what may still be the same: the server is told the version that is known, and when it says 304 the very same answer stays, so nothing
 * is sent and nothing is drawn anew. For the `queryFn` of a query that asks every few seconds.
 */
export async function unlessKnown<T>(
  { client, queryKey }: Pick<QueryFunctionContext, 'client' | 'queryKey'>,
  ask: (headers: { 'If-None-Match'?: string }) => Promise<{ data?: T; response: Response }>,
): Promise<Tagged<T>> {
  const known = client.getQueryData<Tagged<T>>(queryKey);
  const answer = await ask(known?.etag === undefined ? {} : { 'If-None-Match': known.etag });
  return known !== undefined && answer.response.status === 304 ? known : tagged(Promise.resolve(answer));
}
