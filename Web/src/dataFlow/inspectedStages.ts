/** The data at one point of its way through a state. */
export interface DataStage {
  readonly name: string;
  readonly explanation: string;
  /** JSON text; undefined where there is none (yet). */
  readonly value: string | undefined;
  /** Whether it is what it was at the stage before. */
  readonly isSame: boolean;
}

const between = [
  ['afterInputPath', 'After InputPath', 'What InputPath left of the input.'],
  ['afterParameters', 'After Parameters', 'What the work was given.'],
  ['afterArguments', 'Arguments', 'What the work was given.'],
  ['afterItemsPath', 'After ItemsPath', 'The items to iterate over.'],
  ['afterItemsPointer', 'After ItemsPointer', 'Those of the items that ItemReader read which ItemsPointer points to.'],
  ['afterItemSelector', 'After ItemSelector', 'What each iteration was given.'],
  ['afterItemBatcher', 'After ItemBatcher', 'The items in batches.'],
  ['result', 'Result', 'What the work answered.'],
  ['afterResultSelector', 'After ResultSelector', 'What ResultSelector made of the result.'],
  ['afterResultPath', 'After ResultPath', 'The input with the result where ResultPath puts it.'],
] as const;

/** What is known of the stages between input and output: JSON texts by AWS's names for them. */
export type Inspected = Readonly<Partial<Record<(typeof between)[number][0], string | null | undefined>>>;

/** The way of the data through a state, from its input to what its work and its fields made of it; the output comes after that. */
export function inspectedStages(input: string | undefined, inspected: Inspected): DataStage[] {
  const stages: DataStage[] = [{ name: 'Input', explanation: 'What the state was entered with.', value: input, isSame: false }];
  for (const [member, name, explanation] of between) {
    const value = inspected[member];
    if (typeof value === 'string') {
      stages.push({ name, explanation, value, isSame: value === stages.at(-1)?.value });
    }
  }

  return stages;
}
