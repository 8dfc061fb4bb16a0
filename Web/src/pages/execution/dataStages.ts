import { inspectedStages, type DataStage, type Inspected } from '../../dataFlow/inspectedStages.ts';
import type { Step } from '../../history/step.ts';

/** The way of the data through a step: its input and output, and what lies between as far as that is known. */
export function dataStages(step: Step, inspected: Inspected): DataStage[] {
  const stages = inspectedStages(step.input, inspected);
  return [...stages, { name: 'Output', explanation: outputWords(step), value: step.output, isSame: step.output !== undefined && step.output === stages.at(-1)?.value }];
}

function outputWords(step: Step): string {
  return step.status === 'caughtError' ? 'What the catcher made of the error.' : 'What the next state was given, after OutputPath or Output.';
}
