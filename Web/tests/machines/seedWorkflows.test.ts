import { describe, expect, it } from 'vitest';
import { syntaxProblemOf } from '../../src/editor/syntaxProblem.ts';
import { freshSample, seedWorkflows } from '../../src/machines/seedWorkflows.ts';

const now = new Date('2027-03-04T05:06:07Z');

describe('freshSample', () => {
  it('numbers orders anew, and settles yesterday', () => {
    expect(freshSample('{"orderId": "order-20260131-0042", "date": "2026-01-30"}', now, 77)).toBe('{"orderId": "order-20270304-0077", "date": "2027-03-03"}');
  });

  it.each(seedWorkflows.flatMap(({ name, sample }) => (sample === null ? [] : [[name, sample] as const])))('leaves the sample of %s JSON', (_, sample) => {
    expect(syntaxProblemOf(freshSample(sample, now, 1))).toBeNull();
  });
});
