import { content, rest } from '../../api/rest.ts';
import type { Task } from '../../tasks/types.ts';
import { orderOf, purchaseOf, refundOf, type Entered, type EnteredLine, type SubmissionKind } from './drafts.ts';

/** The operation that takes a kind of task in. */
export const operationOf = { order: 'submitOrder', purchase: 'submitPurchase', refund: 'submitRefund' } as const;

/** Has a task made. The key makes sure that one that is sent twice is made once. */
export function submit(kind: SubmissionKind, entered: Entered, lines: readonly EnteredLine[], key: string): Promise<Task> {
  const params = { header: { 'Idempotency-Key': key } };
  switch (kind) {
    case 'order':
      return content(rest.POST('/api/v1/orders', { params, body: orderOf(entered, lines) }));
    case 'purchase':
      return content(rest.POST('/api/v1/purchases', { params, body: purchaseOf(entered) }));
    case 'refund':
      return content(rest.POST('/api/v1/refunds', { params, body: refundOf(entered) }));
  }
}
