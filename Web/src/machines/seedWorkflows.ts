import orderApproval from '../../../samples/order-approval/input.json?raw';
import orderProcessing from '../../../samples/order-processing/input.json?raw';
import settlementBatch from '../../../samples/settlement-batch/input.json?raw';
import transactionProcessor from '../../../samples/transaction-processor/input.json?raw';

/** A workflow that comes with the program. */
export interface SeedWorkflow {
  readonly name: string;
  readonly says: string;
  /** An input to try it with, as it is in the samples; null for one that is not meant to be started by hand. */
  readonly sample: string | null;
}

export const seedWorkflows: readonly SeedWorkflow[] = [
  { name: 'OrderProcessing', says: 'Takes an order from placement to confirmation, and undoes one that cannot be paid for or shipped.', sample: orderProcessing },
  { name: 'OrderApproval', says: 'Has an order carried out once a human has approved it.', sample: orderApproval },
  { name: 'TransactionProcessor', says: 'Carries out a purchase or a refund.', sample: transactionProcessor },
  { name: 'SettlementBatch', says: 'Settles what was charged and refunded on a day.', sample: settlementBatch },
  { name: 'TaskExport', says: 'Writes a list of tasks to a file. The page Exports starts it.', sample: null },
  { name: 'RetentionSweep', says: 'Deletes what has been kept for long enough. A schedule starts it.', sample: '{}' },
];

export const seedNames: ReadonlySet<string> = new Set(seedWorkflows.map(({ name }) => name));

/**
 * A sample with numbers and dates of its own: the identifiers in it carry a day and a number (`order-20260131-0042`), and an
 * order that has been placed already is not placed again.
 */
export function freshSample(sample: string, now: Date, number: number): string {
  const today = now.toISOString().slice(0, 10);
  const yesterday = new Date(now.getTime() - 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  return sample
    .replace(/-\d{8}-\d{4}"/gu, `-${today.replaceAll('-', '')}-${String(number % 10_000).padStart(4, '0')}"`)
    .replace(/("date": ")\d{4}-\d\d-\d\d/gu, `$1${yesterday}`);
}
