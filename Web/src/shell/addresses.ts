/** The addresses of pages, so that no page puts another's address together by itself. */
export const addressOf = {
  machine: (name: string) => `/machines/${encodeURIComponent(name)}`,
  machineEditor: (name: string) => `/machines/${encodeURIComponent(name)}/edit`,
  newMachine: () => '/machines/new',
  execution: (arn: string) => `/executions/${encodeURIComponent(arn)}`,
  comparison: (arn: string, other: string) => `/executions/${encodeURIComponent(arn)}/compare/${encodeURIComponent(other)}`,
  task: (id: string) => `/tasks/${encodeURIComponent(id)}`,
  order: (id: string) => `/orders/${encodeURIComponent(id)}`,
};

/** The name of a state machine, out of its ARN or the ARN of one of its executions. */
export function machineNameOf(arn: string): string {
  return arn.split(':')[6] ?? arn;
}
