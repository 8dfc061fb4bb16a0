import type { ExecutionHistory } from './executionHistory.ts';
import { detailsOf } from './historyEvent.ts';
import { childrenOf, statusOf, type Step } from './step.ts';

const answered = /^(?:Task|LambdaFunction|Activity)Succeeded$/u;

/** What a step's work answered, as JSON text: of a Task what its service did, of a Parallel or Map the outputs of its branches or iterations. Undefined where the events do not tell. */
export function workResult(history: ExecutionHistory, step: Step): string | undefined {
  const children = [...childrenOf(step)].sort((one, other) => one.index - other.index);
  if (children.length === 0) {
    const answer = step.events.flatMap((id) => history.eventById(id) ?? []).findLast(({ type }) => answered.test(type));
    return answer === undefined ? undefined : detailsOf(answer).output;
  }

  const outputs = children.flatMap((child) => (statusOf(child) === 'succeeded' ? (child.scope.steps.at(-1)?.output ?? []) : []));
  const isWhole = outputs.length === children.length && (step.length === undefined || step.length === children.length);
  return isWhole ? `[${outputs.join(',')}]` : undefined;
}
