import { expect, it } from 'vitest';
import { exchangeOf } from '../../src/testState/exchangeWords.ts';

it('has what was sent and what came back, each with its first line', () => {
  const request = { protocol: 'https', method: 'POST', url: 'https://example.com/a', headers: '[a: b]', body: '{}' };
  const response = { protocol: 'https', statusCode: '204', statusMessage: '', headers: '[]' };

  expect(exchangeOf({ request, response })).toEqual([
    { title: 'Request', line: 'POST https://example.com/a', headers: '[a: b]', body: '{}' },
    { title: 'Answer', line: '204', headers: '[]', body: undefined },
  ]);
  expect(exchangeOf({ input: '{}' })).toEqual([]);
});
