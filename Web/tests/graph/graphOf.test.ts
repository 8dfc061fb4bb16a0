import { describe, expect, it } from 'vitest';
import { graphOf } from '../../src/graph/graphOf.ts';

function waysOf(definition: unknown): string[] {
  return graphOf(definition).edges.map(({ from, to, kind, label }) => `${from} -${kind}${label === '' ? '' : `[${label}]`}-> ${to}`);
}

describe('graphOf', () => {
  it('leads from Start through the states to End', () => {
    expect(waysOf({ StartAt: 'A', States: { A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Succeed' } } })).toEqual([
      '#start -start-> /States/A',
      '/States/A -next-> /States/B',
      '/States/B -end-> #end',
    ]);
  });

  it('says on the ways of a Choice when they are taken', () => {
    const choice = {
      Type: 'Choice',
      Choices: [
        { Variable: '$.n', NumericGreaterThan: 5, Next: 'Big' },
        { Condition: '{% $n < 0 %}', Next: 'Small' },
        { Comment: 'Odd one', Variable: '$.x', IsPresent: true, Next: 'Odd' },
      ],
      Default: 'Rest',
    };
    const pass = { Type: 'Fail' };
    expect(waysOf({ States: { C: choice, Big: pass, Small: pass, Odd: pass, Rest: pass } }).slice(0, 4)).toEqual([
      '/States/C -choice[$.n > 5]-> /States/Big',
      '/States/C -choice[$n < 0]-> /States/Small',
      '/States/C -choice[Odd one]-> /States/Odd',
      '/States/C -default[Default]-> /States/Rest',
    ]);
  });

  it('names the errors on the way of a catcher', () => {
    const states = { A: { Type: 'Task', Catch: [{ ErrorEquals: ['X', 'Y'], Next: 'B' }], End: true }, B: { Type: 'Fail' } };
    expect(waysOf({ States: states })[0]).toBe('/States/A -catch[Catch X, Y]-> /States/B');
  });

  it('puts the states of Map and Parallel into their groups, without ends of their own', () => {
    const inner = (name: string): object => ({ StartAt: name, States: { [name]: { Type: 'Pass', End: true } } });
    const { nodes, edges } = graphOf({
      StartAt: 'M',
      States: { M: { Type: 'Map', ItemProcessor: inner('I'), Next: 'P' }, P: { Type: 'Parallel', Branches: [inner('B0'), inner('B1')], End: true } },
    });
    expect(nodes.map(({ name, parent, isGroup }) => [name, parent, isGroup])).toEqual([
      ['Start', null, false],
      ['M', null, true],
      ['P', null, true],
      ['End', null, false],
      ['I', '/States/M', false],
      ['B0', '/States/P', false],
      ['B1', '/States/P', false],
    ]);
    expect(edges.every(({ parent }) => parent === null)).toBe(true);
  });

  it('draws one way to a handler that very many states lead to, and says so', () => {
    const names = Array.from({ length: 30 }, (_, index) => `S${index}`);
    const states = Object.fromEntries(names.map((name) => [name, { Type: 'Task', Catch: [{ ErrorEquals: ['X'], Next: 'H' }] }]));
    expect(waysOf({ States: { ...states, H: { Type: 'Pass' } } })).toEqual(['/States/S29 -catch[Catch, one of 30 ways]-> /States/H']);
  });

  it('leaves out ways to states that are not there', () => {
    expect(waysOf({ StartAt: 'Gone', States: { A: { Type: 'Pass', Next: 'Nowhere' } } })).toEqual([]);
  });

  it.each([null, 3, 'text', [], {}, { States: null }, { States: { A: null } }, { States: { A: { Type: 'Parallel', Branches: [1, null] } } }])(
    'makes a graph of whatever is being typed: %j',
    (definition) => {
      expect(() => graphOf(definition)).not.toThrow();
    },
  );

  it('keeps names apart that a pointer has to escape', () => {
    const { nodes } = graphOf({ States: { 'a/b': { Type: 'Fail' }, 'a~1b': { Type: 'Fail' } } });
    expect(nodes.map(({ id }) => id)).toEqual(['#start', '/States/a~1b', '/States/a~01b', '#end']);
  });
});
