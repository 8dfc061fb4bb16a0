import { describe, expect, it } from 'vitest';
import { ApiFailure } from '../../src/api/failure.ts';
import { fieldFaults } from '../../src/tasks/fieldFaults.ts';

const known = new Set(['/currency', '/items/0/sku', '/items/0/unitPrice', '/shippingAddress/postalCode', '/originalTransactionId']);

describe('the faults of a refusal', () => {
  it('stand under the fields they name, all of one field together, and the rest apart', () => {
    const faults = fieldFaults(
      new ApiFailure('3 things are wrong; errors lists them.', 400, 'invalid-body', 'r', [
        { pointer: '/currency', detail: 'Too long.' },
        { pointer: '/currency', detail: 'Not letters.' },
        { pointer: '/metadata', detail: 'Unknown.' },
      ]),
      known,
    );

    expect(faults.at('/currency')).toBe('Too long. Not letters.');
    expect(faults.at('/items/0/sku')).toBe('');
    expect(faults.rest).toEqual(['/metadata: Unknown.']);
  });

  it.each([
    ['items[0].unitPrice: Expected an amount of EUR.', '/items/0/unitPrice'],
    ['OriginalTransactionId: Expected a text.', '/originalTransactionId'],
    ['shippingAddress.postalCode: Expected a text.', '/shippingAddress/postalCode'],
  ])('are understood as a workflow names them: %s', (message, pointer) => {
    const faults = fieldFaults(new ApiFailure(message, 422, 'invalid-submission'), known);

    expect(faults.at(pointer)).toBe(message.slice(message.indexOf(': ') + 2));
    expect(faults.rest).toEqual([]);
  });

  it('are the message itself where no field is named', () => {
    const message = 'Expected a total of 1.23 EUR, the sum of the lines; found 7.00 EUR.';

    expect(fieldFaults(new ApiFailure(message, 422, 'invalid-submission'), known).rest).toEqual([message]);
    expect(fieldFaults(new ApiFailure('currency: like a field', 409, 'wrong-status'), known).rest).toEqual(['currency: like a field']);
  });
});
