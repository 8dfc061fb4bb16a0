/** A machine of so many states, each of which leads on, back, anywhere, and to the end. */
export function tangledMachine(size: number): object {
  const name = (index: number): string => `Step ${index}`;
  const state = (index: number): object => ({
    Type: 'Choice',
    Choices: [name((index * 7) % size), name(Math.max(0, index - 40)), name(size - 1)].map((next) => ({ Variable: '$.n', NumericGreaterThan: index, Next: next })),
    Default: name(Math.min(size - 1, index + 1)),
  });
  return { StartAt: name(0), States: Object.fromEntries(Array.from({ length: size }, (_, index) => [name(index), state(index)])) };
}
