import type { InspectionData } from '../api/wire/testing.ts';

/** One half of what an HTTP task and its endpoint told each other. */
export interface Told {
  readonly title: string;
  /** What HTTP begins it with: `GET https://…`, `200 OK`. */
  readonly line: string;
  readonly headers: string | undefined;
  readonly body: string | undefined;
}

/** What an HTTP task sent and what came back, as far as the test shows it. */
export function exchangeOf({ request, response }: InspectionData): Told[] {
  return [
    ...(request === undefined ? [] : [{ title: 'Request', line: spaced(request.method, request.url), headers: request.headers, body: request.body }]),
    ...(response === undefined ? [] : [{ title: 'Answer', line: spaced(response.statusCode, response.statusMessage), headers: response.headers, body: response.body }]),
  ];
}

function spaced(...words: readonly (string | undefined)[]): string {
  return words.filter((word) => word !== undefined && word !== '').join(' ');
}
