import { expect, test } from 'vitest';
import { aliasDraftOf, aliasFaults, routesOf } from '../../../src/pages/machine/aliasDraft.ts';

const machine = 'arn:aws:states:us-east-1:123456789012:stateMachine:Orders';
const live = { name: 'live', description: '', first: `${machine}:2`, second: '', weight: '100' };

test('a new alias begins with the newest version, an existing one with what it is', () => {
  expect(aliasDraftOf(undefined, `${machine}:2`)).toEqual({ ...live, name: '' });
  expect(
    aliasDraftOf(
      {
        stateMachineAliasArn: `${machine}:live`,
        name: 'live',
        description: 'for customers',
        routingConfiguration: [
          { stateMachineVersionArn: `${machine}:1`, weight: 90 },
          { stateMachineVersionArn: `${machine}:2`, weight: 10 },
        ],
      },
      `${machine}:2`,
    ),
  ).toEqual({ name: 'live', description: 'for customers', first: `${machine}:1`, second: `${machine}:2`, weight: '90' });
});

test('one version gets everything, whatever weight was typed; of two the second gets the rest', () => {
  expect(routesOf({ ...live, weight: '7' })).toEqual([{ stateMachineVersionArn: `${machine}:2`, weight: 100 }]);
  expect(routesOf({ ...live, second: `${machine}:1`, weight: '70' })).toEqual([
    { stateMachineVersionArn: `${machine}:2`, weight: 70 },
    { stateMachineVersionArn: `${machine}:1`, weight: 30 },
  ]);
});

test('what AWS would refuse is told field by field', () => {
  expect(aliasFaults(live)).toEqual({});
  expect(Object.keys(aliasFaults({ name: '42', description: 'x'.repeat(257), first: '', second: '', weight: 'no' }))).toEqual(['name', 'description', 'first']);
  expect(Object.keys(aliasFaults({ ...live, second: live.first, weight: '100.5' }))).toEqual(['second', 'weight']);
  expect(Object.keys(aliasFaults({ ...live, second: `${machine}:1`, weight: '101' }))).toEqual(['weight']);
});
