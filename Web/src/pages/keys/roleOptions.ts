import type { Schema } from '../../api/rest.ts';

export type Role = Schema<'KeyDraft'>['roles'][number];

export const roleOptions: { value: Role; label: string; description: string }[] = [
  { value: 'viewer', label: 'viewer', description: 'Sees state machines, executions, schedules and alerts.' },
  { value: 'operator', label: 'operator', description: 'Starts, stops and redrives; approves, sees and changes everybody’s tasks.' },
  { value: 'worker', label: 'worker', description: 'Brings the results of tasks.' },
  { value: 'author', label: 'author', description: 'Changes definitions and schedules.' },
  { value: 'admin', label: 'admin', description: 'Everything, keys and the audit log too.' },
];
