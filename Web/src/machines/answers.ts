import { failureFrom } from '../api/rest.ts';

/** Asks the REST API for something by its path. */
export async function answerOf<T>(path: string, query: Readonly<Record<string, string | readonly string[] | undefined>>, signal: AbortSignal): Promise<T> {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const each of value === undefined ? [] : typeof value === 'string' ? [value] : value) {
      asked.append(name, each);
    }
  }

  const response = await fetch(`${path}?${asked.toString()}`, { signal });
  const body = await response.text();
  if (!response.ok) {
    throw failureFrom(response.status, body, response.headers.get('X-Request-Id') ?? undefined);
  }
  // The boundary: the answer has the shape that the API's document gives it.
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions
  return JSON.parse(body) as T;
}
