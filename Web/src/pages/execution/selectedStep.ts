import type { ExecutionHistory } from '../../history/executionHistory.ts';
import type { Step } from '../../history/step.ts';
import type { LookedAt } from './useExecutionAddress.ts';

/** The visit that is looked at: that very one, or else the last one to the state; undefined while there has been none. */
export function selectedStep(history: ExecutionHistory, at: LookedAt): Step | undefined {
  const step = at.step === undefined ? undefined : history.stepById(at.step);
  return step ?? (at.state === undefined ? undefined : history.steps.findLast(candidate => candidate.name === at.state));
}
