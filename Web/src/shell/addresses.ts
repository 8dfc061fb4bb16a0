/** The addresses of pages, so that no page puts another's address together by itself. */
export const addressOf = {
  machine: (name: string) => `/machines/${encodeURIComponent(ownMachine(name))}`,
  machineEditor: (name: string) => `/machines/${encodeURIComponent(ownMachine(name))}/edit`,
  activities: () => '/activities',
  activity: (name: string) => `/activities/${encodeURIComponent(name)}`,
  newMachine: () => '/machines/new',
  execution: (arn: string) => `/executions/${encodeURIComponent(arn)}`,
  comparison: (arn: string, other: string) => `/executions/${encodeURIComponent(arn)}/compare/${encodeURIComponent(other)}`,
  tasks: (search = '') => (search === '' ? '/tasks' : `/tasks?${search}`),
  task: (id: string) => `/tasks/${encodeURIComponent(id)}`,
  newTask: (kind: 'order' | 'purchase' | 'refund') => `/tasks/new/${kind}`,
  order: (id: string) => `/orders/${encodeURIComponent(id)}`,
  transaction: (id: string) => `/transactions/${encodeURIComponent(id)}`,
  schedule: (name: string) => `/schedules/${encodeURIComponent(name)}`,
  newSchedule: () => '/schedules/new',
  subscriptions: () => '/event-subscriptions',
  subscription: (name: string) => `/event-subscriptions/${encodeURIComponent(name)}`,
  bundle: () => '/bundle',
  scheduleEditor: (name: string) => `/schedules/${encodeURIComponent(name)}/edit`,
};

/** The name of a state machine, out of its ARN or the ARN of one of its executions. */
export function machineNameOf(arn: string): string {
  return arn.split(':')[6] ?? arn;
}

/** The state machine that can be opened: the children of a Distributed Map run under `machine/label`, where the label is that of the Map. */
export function ownMachine(name: string): string {
  return name.split('/')[0] ?? name;
}
