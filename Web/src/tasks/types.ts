import type { components } from '../api/schema.d.ts';

type Schemas = components['schemas'];

export type Task = Schemas['Task'];
export type TaskSummary = Schemas['TaskSummary'];
export type TaskChange = Schemas['TaskChange'];
export type TaskStatus = TaskSummary['status'];
export type TaskKind = TaskSummary['kind'];
export type TaskPriority = TaskSummary['priority'];
