/** A machine of states, groups and ways made up from a number: the same machine for the same number. */
export function randomMachine(seed: number): object {
  const random = randomFrom(seed);
  const below = (bound: number): number => Math.floor(random() * bound);
  let count = 0;

  const scope = (depth: number, size: number): object => {
    const names = Array.from({ length: size }, () => `${'A state with a long name '.slice(0, below(25))}${++count}`);
    const any = (): string => names[below(names.length)] ?? '';
    const states = names.map((name, index): [string, object] => {
      const follows = index + 1 < size && random() < 0.8 ? { Next: names[index + 1] } : random() < 0.5 ? { Next: any() } : { End: true };
      const caught = random() < 0.35 ? { Catch: [{ ErrorEquals: ['States.ALL'], Next: any() }] } : {};
      return [name, state(depth, random(), { ...caught, ...follows }, any)];
    });
    return { StartAt: names[0], States: Object.fromEntries<object>(states) };
  };

  const state = (depth: number, kind: number, ways: object, any: () => string): object => {
    if (kind < 0.25) {
      const choices = Array.from({ length: 1 + below(5) }, () => ({ Variable: '$.x', NumericGreaterThan: below(99_999), Next: any() }));
      return { Type: 'Choice', Choices: choices, Default: any() };
    }

    if (kind < 0.35 && depth < 3) {
      return { Type: 'Map', ItemProcessor: scope(depth + 1, below(6)), ...ways };
    }

    if (kind < 0.45 && depth < 3) {
      return { Type: 'Parallel', Branches: Array.from({ length: below(4) }, () => scope(depth + 1, 1 + below(5))), ...ways };
    }

    return kind < 0.5 ? { Type: 'Fail' } : { Type: 'Pass', ...ways };
  };

  return scope(0, 1 + below(random() < 0.5 ? 20 : 8));
}

/** Numbers from 0 to 1 that follow from a first one (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
