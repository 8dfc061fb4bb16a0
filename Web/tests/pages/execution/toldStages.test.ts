import { expect, it } from 'vitest';
import { ExecutionHistory } from '../../../src/history/executionHistory.ts';
import { toldStages } from '../../../src/pages/execution/toldStages.ts';
import { entered, eventsOf, started, task } from '../../history/eventsOf.ts';

const history = ExecutionHistory.upTo(eventsOf(started, entered(0, 'Task', 'Pay'), task(2, 'Scheduled', { parameters: '{"a":1}' }), task(3, 'Succeeded', { output: '2' })), 4);
const [step] = history.steps;

it('has what the work was given and what it answered, under the names of its language', () => {
  const toldBy = (machine: object, state: object) => step && toldStages(JSON.stringify({ ...machine, States: { Pay: { Type: 'Task', ...state } } }), history, step);

  expect(toldBy({}, {})).toEqual({ afterParameters: '{"a":1}', result: '2' });
  expect(toldBy({ QueryLanguage: 'JSONata' }, {})).toEqual({ afterArguments: '{"a":1}', result: '2' });
  expect(toldBy({}, { QueryLanguage: 'JSONata' })).toEqual({ afterArguments: '{"a":1}', result: '2' });
});
