import { expect, test } from 'vitest';
import { tagChange } from '../../src/tags/tagChange.ts';

const team = { key: 'team', value: 'billing' };

test('tags that stay as they are are not said again', () => {
  expect(tagChange([team], [team])).toEqual({ set: [], remove: [] });
});

test('a new tag and a new value are set, and a tag that is gone is removed by its key', () => {
  const before = [team, { key: 'stage', value: 'test' }];
  const after = [{ key: 'team', value: 'orders' }, { key: 'owner', value: 'ada' }];

  expect(tagChange(before, after)).toEqual({ set: after, remove: ['stage'] });
});

test('a tag whose key has become another is removed and set', () => {
  expect(tagChange([team], [{ key: 'group', value: 'billing' }])).toEqual({ set: [{ key: 'group', value: 'billing' }], remove: ['team'] });
});
