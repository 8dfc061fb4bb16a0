/** A machine of so many states, one after the other, with choices that skip some and errors that are caught further on. */
export function longMachine(size: number): object {
  const name = (index: number): string => `Step ${index}`;
  const state = (index: number): object => {
    const follows = index + 1 < size ? { Next: name(index + 1) } : { End: true };
    if (index % 7 === 3 && index + 9 < size) {
      return { Type: 'Choice', Choices: [{ Variable: '$.n', NumericGreaterThan: index, Next: name(index + 5) }], Default: name(index + 1) };
    }

    const caught = index % 11 === 5 && index + 12 < size ? { Catch: [{ ErrorEquals: ['States.ALL'], Next: name(index + 9) }] } : {};
    return { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Parameters: { FunctionName: 'work' }, ...caught, ...follows };
  };
  return { StartAt: name(0), States: Object.fromEntries(Array.from({ length: size }, (_, index) => [name(index), state(index)])) };
}
