import type { Task, TaskPriority } from '../../tasks/types.ts';

/** What people say about a task and may change. */
export interface TaskSayings {
  title: string;
  owner: string;
  priority: TaskPriority;
  /** A moment in UTC, or nothing. */
  due: string;
}

/** A field that somebody else has changed since. */
export interface Conflict {
  field: keyof TaskSayings;
  /** What it was when the change was begun. */
  before: string;
  /** What it is now. */
  now: string;
  /** What it was to be. */
  mine: string;
}

export const sayingsOf = (task: Task): TaskSayings => ({ title: task.title, owner: task.owner, priority: task.priority, due: task.due ?? '' });

const fields: readonly (keyof TaskSayings)[] = ['title', 'owner', 'priority', 'due'];

/** The merge patch that makes one of the other; undefined when there is nothing to change. */
export function patchOf(before: TaskSayings, mine: TaskSayings): { title?: string; owner?: string; priority?: TaskPriority; due?: string | null } | undefined {
  const patch = {
    ...(mine.title === before.title ? {} : { title: mine.title }),
    ...(mine.owner === before.owner ? {} : { owner: mine.owner }),
    ...(mine.priority === before.priority ? {} : { priority: mine.priority }),
    ...(mine.due === before.due ? {} : { due: mine.due === '' ? null : mine.due }),
  };
  return Object.keys(patch).length === 0 ? undefined : patch;
}

/** The fields in which the task is another than when the change was begun. */
export const conflictsOf = (before: TaskSayings, now: TaskSayings, mine: TaskSayings): Conflict[] =>
  fields.filter((field) => now[field] !== before[field]).map((field) => ({ field, before: before[field], now: now[field], mine: mine[field] }));

/** My changes on top of what the task is now: what I did not touch is as others left it. */
export const rebased = (before: TaskSayings, now: TaskSayings, mine: TaskSayings): TaskSayings => ({
  title: mine.title === before.title ? now.title : mine.title,
  owner: mine.owner === before.owner ? now.owner : mine.owner,
  priority: mine.priority === before.priority ? now.priority : mine.priority,
  due: mine.due === before.due ? now.due : mine.due,
});
