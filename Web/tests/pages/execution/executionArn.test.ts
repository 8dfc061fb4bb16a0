import { describe, expect, it } from 'vitest';
import { readExecutionArn } from '../../../src/pages/execution/executionArn.ts';

describe('readExecutionArn', () => {
  it.each([
    ['arn:aws:states:us-east-1:123456789012:execution:Orders:o-1', { isExpress: false, machine: 'Orders', name: 'o-1' }],
    ['arn:aws:states:us-east-1:123456789012:execution:Orders/Each:run-1', { isExpress: false, machine: 'Orders/Each', name: 'run-1' }],
    ['arn:aws:states:us-east-1:123456789012:express:Orders:o-1:uuid', { isExpress: true, machine: 'Orders', name: 'o-1:uuid' }],
    ['arn:aws:states:us-east-1:123456789012:stateMachine:Orders', undefined],
    ['orders', undefined],
  ])('reads %s', (arn, read) => {
    expect(readExecutionArn(arn)).toEqual(read);
  });
});
