import type { TaskKind, TaskPriority, TaskStatus } from './types.ts';

/** Every status, in the order in which a task comes by them. */
export const taskStatuses: readonly TaskStatus[] = ['Pending', 'Running', 'Waiting', 'Succeeded', 'Failed', 'Cancelled'];

/** Every kind of task. */
export const taskKinds: readonly TaskKind[] = ['purchase', 'refund', 'order', 'batch'];

/** Every priority, most urgent first. */
export const taskPriorities: readonly TaskPriority[] = ['urgent', 'high', 'normal', 'low'];

/** A task of one of these has nothing at work on it. */
export const isEnd = (status: TaskStatus): boolean => status === 'Succeeded' || status === 'Failed' || status === 'Cancelled';

/** A word of the API with a capital. */
export const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

export const isTaskStatus = (text: string): text is TaskStatus => taskStatuses.some((status) => status === text);

export const isTaskKind = (text: string): text is TaskKind => taskKinds.some((kind) => kind === text);

export const isTaskPriority = (text: string): text is TaskPriority => taskPriorities.some((priority) => priority === text);
