import { isRecord, parsed } from '../../api/json.ts';
import type { Inspected } from '../../dataFlow/inspectedStages.ts';
import { statesOf } from '../../graph/statesOf.ts';
import type { ExecutionHistory } from '../../history/executionHistory.ts';
import type { Step } from '../../history/step.ts';
import { workResult } from '../../history/workResult.ts';

/** The stages of a step's data that its events tell of: what the work was given, and what it answered. */
export function toldStages(definition: string, history: ExecutionHistory, step: Step): Inspected {
  const machine = parsed(definition);
  const language = statesOf(machine).get(step.name)?.state.QueryLanguage ?? (isRecord(machine) ? machine.QueryLanguage : undefined);
  const given = step.attempts.at(-1)?.input;
  return { ...(language === 'JSONata' ? { afterArguments: given } : { afterParameters: given }), result: workResult(history, step) };
}
