import { describe, expect, it } from 'vitest';
import { tokensOf, withTokens } from '../../../src/pages/tasks/filterTokens.ts';
import { noFilter, type TaskFilter } from '../../../src/pages/tasks/taskFilter.ts';

describe('the tokens of a filter', () => {
  it('make the same filter again', () => {
    const filter: TaskFilter = {
      owner: 'ada',
      statuses: ['Failed', 'Waiting'],
      kinds: ['order', 'refund'],
      text: 'lamp',
      createdFrom: '2026-11-22T00:00:00.000Z',
      createdTo: '2026-11-23T00:00:00.000Z',
      sort: 'updated',
      order: 'asc',
    };

    expect(withTokens(noFilter, tokensOf(filter))).toEqual({ ...filter, sort: 'created', order: 'desc' });
    expect(withTokens(filter, tokensOf(filter))).toEqual(filter);
  });

  it('add up statuses and kinds, and let the last of several owners and texts count', () => {
    const query = {
      operation: 'and' as const,
      tokens: [
        { propertyKey: 'status', operator: '=', value: ['Failed'] },
        { propertyKey: 'status', operator: '=', value: 'Waiting' },
        { propertyKey: 'owner', operator: '=', value: 'ada' },
        { propertyKey: 'owner', operator: '=', value: 'bob' },
        { operator: ':', value: 'lamp' },
        { operator: ':', value: 'table' },
      ],
    };

    expect(withTokens(noFilter, query)).toEqual({ ...noFilter, statuses: ['Failed', 'Waiting'], owner: 'bob', text: 'table' });
  });

  it('leave out what the API has no word for', () => {
    const query = { operation: 'and' as const, tokens: [{ propertyKey: 'status', operator: '=', value: ['Lost', null] }, { operator: ':', value: '  ' }] };

    expect(withTokens(noFilter, query)).toEqual(noFilter);
  });
});
