import { useCollection } from '@cloudscape-design/collection-hooks';
import { renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';
import { eventRow } from '../../../src/history/eventRow.ts';
import { ExecutionHistory } from '../../../src/history/executionHistory.ts';
import { eventFilterProperties } from '../../../src/pages/execution/eventColumns.tsx';
import { entered, eventsOf, exited, started } from '../../history/eventsOf.ts';

const history = ExecutionHistory.upTo(eventsOf(started, entered(0, 'Pass', 'One'), exited(2, 'Pass', 'One'), entered(3, 'Pass', 'Two'), exited(4, 'Pass', 'Two')), 5);
const rows = history.events.map((event) => eventRow(history, event));

const found = (value: string) => {
  const defaultQuery = { tokens: [{ operator: ':', value }], operation: 'and' } as const;
  const { result } = renderHook(() => useCollection(rows, { propertyFiltering: { filteringProperties: eventFilterProperties, defaultQuery } }));
  return result.current.items.map(({ id }) => id);
};

it('finds events by what is typed without a property: an id, a step, a type', () => {
  expect([found('4'), found('One'), found('StateExited')]).toEqual([[4], [2, 3], [3, 5]]);
});
