import type { StepStatus } from '../../history/step.ts';

/** The words of AWS's console. */
export const stepStatusWords: Record<StepStatus, string> = {
  inProgress: 'In progress',
  succeeded: 'Succeeded',
  failed: 'Failed',
  caughtError: 'Caught error',
  cancelled: 'Cancelled',
};
