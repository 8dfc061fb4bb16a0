/** The addresses of pages, so that no page puts another's address together by itself. */
export const addressOf = {
  machine: (name: string) => `/machines/${partOf(ownMachine(name))}`,
  machineEditor: (name: string) => `/machines/${partOf(ownMachine(name))}/edit`,
  activities: () => '/activities',
  activity: (name: string) => `/activities/${partOf(name)}`,
  newMachine: () => '/new-machine',
  execution: (arn: string) => `/executions/${encodeURIComponent(arn)}`,
  comparison: (arn: string, other: string) => `/executions/${encodeURIComponent(arn)}/compare/${encodeURIComponent(other)}`,
  tasks: (search = '') => (search === '' ? '/tasks' : `/tasks?${search}`),
  task: (id: string) => `/tasks/${partOf(id)}`,
  newTask: (kind: 'order' | 'purchase' | 'refund') => `/tasks/new/${kind}`,
  order: (id: string) => `/orders/${partOf(id)}`,
  transaction: (id: string) => `/transactions/${partOf(id)}`,
  schedule: (name: string) => `/schedules/${partOf(name)}`,
  newSchedule: () => '/new-schedule',
  subscriptions: () => '/event-subscriptions',
  subscription: (name: string) => `/event-subscriptions/${partOf(name)}`,
  bundle: () => '/bundle',
  scheduleEditor: (name: string) => `/schedules/${partOf(name)}/edit`,
};

const steps = /^~*\.\.?$/u;

/** A name as a part of a path. Browsers take `.` and `..` for steps, however they are written: such a name gets a `~` before it. */
function partOf(name: string): string {
  return encodeURIComponent(steps.test(name) ? `~${name}` : name);
}

/** The name that a part of a path stands for. */
export function nameIn(part: string): string {
  return part.startsWith('~') && steps.test(part) ? part.slice(1) : part;
}

/** The name of a state machine, out of its ARN or the ARN of one of its executions. */
export function machineNameOf(arn: string): string {
  return arn.split(':')[6] ?? arn;
}

/** The state machine that can be opened: the children of a Distributed Map run under `machine/label`, where the label is that of the Map. */
export function ownMachine(name: string): string {
  return name.split('/')[0] ?? name;
}
