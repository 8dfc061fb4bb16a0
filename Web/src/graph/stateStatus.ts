/** How far a state has come, in the distinctions that the AWS console draws. */
export type StateStatus = 'notStarted' | 'inProgress' | 'succeeded' | 'failed' | 'caughtError' | 'cancelled';

/** What the AWS console calls each of them. */
export const statusWords: Readonly<Record<StateStatus, string>> = {
  notStarted: 'Not started',
  inProgress: 'In progress',
  succeeded: 'Succeeded',
  failed: 'Failed',
  caughtError: 'Caught error',
  cancelled: 'Cancelled',
};

/** The statuses in the order of the legend. */
export const statusesInOrder: readonly StateStatus[] = ['inProgress', 'succeeded', 'failed', 'caughtError', 'cancelled', 'notStarted'];
