import { describe, expect, it } from 'vitest';
import { searchOf, tokensFrom, withTokens } from '../../../src/pages/machine/executionFilter.ts';

describe('searchOf', () => {
  it('takes statuses as alternatives and of the rest the last', () => {
    const tokens = [
      { propertyKey: 'status', operator: '=', value: 'FAILED' },
      { propertyKey: 'status', operator: '=', value: 'ABORTED' },
      { propertyKey: 'status', operator: '=', value: 'NONSENSE' },
      { propertyKey: 'name', operator: ':', value: 'a' },
      { propertyKey: 'name', operator: ':', value: 'b' },
      { propertyKey: 'redriven', operator: '=', value: 'no' },
    ];
    expect(searchOf(tokens)).toEqual({ status: ['FAILED', 'ABORTED'], name: 'b', redriven: false });
  });

  it('looks for bare words in the name, the input and the output', () => {
    expect(searchOf([{ operator: ':', value: 'lamp' }])).toEqual({ anywhere: 'lamp' });
  });
});

describe('withTokens', () => {
  it('writes a filter that is read back the same, and leaves the rest of the address', () => {
    const address = new URLSearchParams('tab=executions&name=old');
    const tokens = [
      { propertyKey: 'status', operator: '=', value: 'FAILED' },
      { propertyKey: 'name', operator: ':', value: 'new' },
      { operator: ':', value: 'lamp' },
      { propertyKey: 'redriven', operator: '=', value: 'yes' },
    ];
    const changed = withTokens(address, tokens);
    expect(changed.get('tab')).toBe('executions');
    expect(tokensFrom(changed)).toEqual(tokens);
  });
});
