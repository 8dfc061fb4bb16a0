import { QueryClient } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { unlessKnown } from '../../src/api/unlessKnown.ts';

const answer = (status: number, etag: string, data?: string) => Promise.resolve({ ...(data === undefined ? {} : { data }), response: new Response(null, { status, headers: { ETag: etag } }) });

it('keeps the very same answer while the server says that it is the same', async () => {
  const client = new QueryClient();
  const query = { client, queryKey: ['tasks'] };
  const asked: (string | undefined)[] = [];

  const first = await unlessKnown(query, (headers) => {
    asked.push(headers['If-None-Match']);
    return answer(200, '"1"', 'one');
  });
  client.setQueryData(query.queryKey, first);
  const same = await unlessKnown<string>(query, (headers) => {
    asked.push(headers['If-None-Match']);
    return answer(304, '"1"');
  });
  const next = await unlessKnown(query, () => answer(200, '"2"', 'two'));

  expect(asked).toEqual([undefined, '"1"']);
  expect(same).toBe(first);
  expect(next).toEqual({ data: 'two', etag: '"2"' });
});
