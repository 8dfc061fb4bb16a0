import { expect, test } from 'vitest';
import { untilSome } from '../../src/machines/untilSome.ts';

interface Page {
  readonly items: readonly string[];
  readonly next?: string;
  readonly examined: number;
}

function server(pages: readonly Page[]) {
  const asked: (string | undefined)[] = [];
  const ask = (cursor: string | undefined): Promise<Page> => {
    asked.push(cursor);
    return Promise.resolve(pages[Math.min(asked.length, pages.length) - 1] ?? { items: [], examined: 0 });
  };
  return { asked, ask };
}

test('empty pages are passed over until one has something', async () => {
  const { asked, ask } = server([
    { items: [], next: 'second', examined: 500 },
    { items: [], next: 'third', examined: 400 },
    { items: ['found'], next: 'fourth', examined: 30 },
  ]);

  expect(await untilSome('first', ask)).toEqual({ items: ['found'], next: 'fourth', examined: 930 });
  expect(asked).toEqual(['first', 'second', 'third']);
});

test('the last page may be empty', async () => {
  const { asked, ask } = server([{ items: [], next: 'second', examined: 500 }, { items: [], examined: 7 }]);

  expect(await untilSome(undefined, ask)).toEqual({ items: [], examined: 507 });
  expect(asked).toEqual([undefined, 'second']);
});

test('a search without an end is given up for now', async () => {
  const { asked, ask } = server([{ items: [], next: 'on', examined: 10 }]);

  expect(await untilSome(undefined, ask)).toEqual({ items: [], next: 'on', examined: 200 });
  expect(asked).toHaveLength(20);
});
