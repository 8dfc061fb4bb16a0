import type { Step } from '../../history/step.ts';
import type { DataFlow } from './useDataFlow.ts';

/** The data at one point of its way through a state. */
export interface DataStage {
  readonly name: string;
  readonly explanation: string;
  /** JSON text; undefined where there is none (yet). */
  readonly value: string | undefined;
  /** Whether it is what it was at the stage before. */
  readonly isSame: boolean;
}

type Inspected = keyof DataFlow['inspectionData'];

const between: readonly (readonly [Inspected, string, string])[] = [
  ['afterInputPath', 'After InputPath', 'What InputPath left of the input.'],
  ['afterParameters', 'After Parameters', 'What the work was given.'],
  ['afterArguments', 'Arguments', 'What the work was given.'],
  ['afterItemsPath', 'After ItemsPath', 'The items to iterate over.'],
  ['afterItemSelector', 'After ItemSelector', 'What each iteration was given.'],
  ['result', 'Result', 'What the work answered.'],
  ['afterResultSelector', 'After ResultSelector', 'What ResultSelector made of the result.'],
  ['afterResultPath', 'After ResultPath', 'The input with the result where ResultPath puts it.'],
];

/** The way of the data through a step: its input and output, and what lies between as far as the server has said. */
export function dataStages(step: Step, flow: DataFlow | undefined): DataStage[] {
  const stages: DataStage[] = [{ name: 'Input', explanation: 'What the state was entered with.', value: step.input, isSame: false }];
  for (const [member, name, explanation] of between) {
    const value = flow?.inspectionData[member];
    if (typeof value === 'string') {
      stages.push({ name, explanation, value, isSame: value === stages.at(-1)?.value });
    }
  }

  stages.push({ name: 'Output', explanation: outputWords(step), value: step.output, isSame: step.output !== undefined && step.output === stages.at(-1)?.value });
  return stages;
}

function outputWords(step: Step): string {
  return step.status === 'caughtError' ? 'What the catcher made of the error.' : 'What the next state was given, after OutputPath or Output.';
}
