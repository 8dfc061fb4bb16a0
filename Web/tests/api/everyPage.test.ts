import { expect, test } from 'vitest';
import { everyPage } from '../../src/api/everyPage.ts';

test('pages are read until one says that nothing comes after it', async () => {
  const asked: unknown[] = [];
  const pages = [
    { items: [1, 2], nextToken: 'second' },
    { items: [], nextToken: 'third' },
    { items: [3] },
  ];

  const all = await everyPage((token) => {
    asked.push(token);
    return Promise.resolve(pages[asked.length - 1] ?? { items: [] });
  });

  expect(all).toEqual([1, 2, 3]);
  expect(asked).toEqual([{}, { nextToken: 'second' }, { nextToken: 'third' }]);
});
