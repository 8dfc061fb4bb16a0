import { describe, expect, it } from 'vitest';
import { conflictsOf, patchOf, rebased, type TaskSayings } from '../../../src/pages/task/conflict.ts';

const before: TaskSayings = { title: 'Lamp', owner: 'ada', priority: 'normal', due: '2026-11-25T12:00:00.000Z' };
const mine: TaskSayings = { ...before, title: 'Two lamps', due: '' };
const now: TaskSayings = { ...before, title: 'A lamp', owner: 'bob' };

describe('a change that was overtaken', () => {
  it('conflicts in what others have changed, whether I have or not', () => {
    expect(conflictsOf(before, now, mine)).toEqual([
      { field: 'title', before: 'Lamp', now: 'A lamp', mine: 'Two lamps' },
      { field: 'owner', before: 'ada', now: 'bob', mine: 'ada' },
    ]);
  });

  it('goes on top of the new state with what I changed alone', () => {
    const next = rebased(before, now, mine);

    expect(next).toEqual({ title: 'Two lamps', owner: 'bob', priority: 'normal', due: '' });
    expect(patchOf(now, next)).toEqual({ title: 'Two lamps', due: null });
  });
});

it('says nothing when there is nothing to change', () => {
  expect(patchOf(before, before)).toBeUndefined();
});
