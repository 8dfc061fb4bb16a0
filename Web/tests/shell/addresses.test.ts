import { expect, it } from 'vitest';
import { addressOf, machineNameOf, ownMachine } from '../../src/shell/addresses.ts';

it('leads from the child of a Distributed Map to the machine that the Map is in', () => {
  const name = machineNameOf('arn:aws:states:us-east-1:123456789012:execution:Orders/Each:run-1');
  expect([name, ownMachine(name), addressOf.machine(name), addressOf.machineEditor(name)]).toEqual(['Orders/Each', 'Orders', '/machines/Orders', '/machines/Orders/edit']);
});

it('leads to the machine of any other execution', () => {
  expect([ownMachine('Orders'), addressOf.machine('Orders'), addressOf.machineEditor('Käse')]).toEqual(['Orders', '/machines/Orders', '/machines/K%C3%A4se/edit']);
});
