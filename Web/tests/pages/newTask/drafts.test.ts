import { describe, expect, it } from 'vitest';
import { emptyLine, orderOf, pointersOf, purchaseOf, refundOf } from '../../../src/pages/newTask/drafts.ts';

const said = (value: object): unknown => JSON.parse(JSON.stringify(value));

describe('what is submitted', () => {
  it('has amounts as they were spelled, and nothing that was left empty', () => {
    expect(said(purchaseOf({ '/accountId': ' acct-7 ', '/amount': '10.50', '/currency': 'EUR', '/reason': '', '/priority': 'high' }))).toEqual({
      accountId: 'acct-7',
      amount: '10.50',
      currency: 'EUR',
      priority: 'high',
    });
    expect(said(refundOf({ '/orderId': 'o-1' }))).toEqual({ orderId: 'o-1', priority: 'normal' });
  });

  it('has what the API asks for even when it was left empty, so that the API says what it expects', () => {
    expect(said(purchaseOf({}))).toEqual({ accountId: '', amount: '', currency: '', priority: 'normal' });
  });

  it('has the lines of an order, and an address only if some of it was entered', () => {
    const entered = { '/customerId': 'c', '/currency': 'EUR' };
    const lines = [{ sku: ' LAMP ', quantity: '2', unitPrice: '49.90' }, { ...emptyLine, sku: 'CHAIR', quantity: 'two' }];

    expect(said(orderOf(entered, lines))).toEqual({
      customerId: 'c',
      currency: 'EUR',
      priority: 'normal',
      items: [
        { sku: 'LAMP', quantity: 2, unitPrice: '49.90' },
        { sku: 'CHAIR', quantity: 0 },
      ],
    });
    expect(said(orderOf({ ...entered, '/shippingAddress/city': 'Galway' }, []))).toHaveProperty('shippingAddress', { city: 'Galway' });
  });
});

it('knows the fields of each line', () => {
  const pointers = pointersOf('order', 2);

  expect([pointers.has('/items/1/unitPrice'), pointers.has('/items/2/sku'), pointers.has('/shippingAddress/postalCode'), pointers.has('/accountId')]).toEqual([true, false, true, false]);
});
