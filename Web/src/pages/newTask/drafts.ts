import type { Schema } from '../../api/rest.ts';
import { isTaskPriority } from '../../tasks/taskWords.ts';

/** What was entered, by the JSON pointer of the field. */
export type Entered = Readonly<Record<string, string>>;

export type SubmissionKind = 'order' | 'purchase' | 'refund';

export const isSubmissionKind = (text: string): text is SubmissionKind => text === 'order' || text === 'purchase' || text === 'refund';

/** One line of an order as it was entered. */
export interface EnteredLine {
  sku: string;
  quantity: string;
  unitPrice: string;
}

export const emptyLine: EnteredLine = { sku: '', quantity: '1', unitPrice: '' };

const addressFields = ['recipient', 'street', 'city', 'postalCode', 'country'] as const;

const said = (entered: Entered, pointer: string): string | undefined => {
  const text = entered[pointer]?.trim() ?? '';
  return text === '' ? undefined : text;
};

/** A field that the API asks for: left out by the person, it goes as nothing, so that the API says what it expects. */
const needed = (entered: Entered, pointer: string): string => said(entered, pointer) ?? '';

function about(entered: Entered) {
  const priority = entered['/priority'] ?? '';
  return {
    title: said(entered, '/title'),
    owner: said(entered, '/owner'),
    priority: isTaskPriority(priority) ? priority : ('normal' as const),
    due: said(entered, '/due'),
  };
}

/** The body of a new purchase. Amounts go as they were spelled. */
export const purchaseOf = (entered: Entered): Schema<'Purchase'> => ({
  accountId: needed(entered, '/accountId'),
  amount: needed(entered, '/amount'),
  currency: needed(entered, '/currency'),
  transactionId: said(entered, '/transactionId'),
  orderId: said(entered, '/orderId'),
  paymentMethod: said(entered, '/paymentMethod'),
  reason: said(entered, '/reason'),
  ...about(entered),
});

export const refundOf = (entered: Entered): Schema<'Refund'> => ({
  originalTransactionId: said(entered, '/originalTransactionId'),
  orderId: said(entered, '/orderId'),
  amount: said(entered, '/amount'),
  currency: said(entered, '/currency'),
  transactionId: said(entered, '/transactionId'),
  accountId: said(entered, '/accountId'),
  reason: said(entered, '/reason'),
  ...about(entered),
});

export function orderOf(entered: Entered, lines: readonly EnteredLine[]): Schema<'NewOrder'> {
  const address = addressFields.map((field) => [field, said(entered, `/shippingAddress/${field}`)] as const).filter(([, text]) => text !== undefined);
  return {
    customerId: needed(entered, '/customerId'),
    items: lines.map((line) => ({
      sku: line.sku.trim(),
      quantity: quantityOf(line.quantity),
      unitPrice: line.unitPrice.trim() === '' ? undefined : line.unitPrice.trim(),
    })),
    total: said(entered, '/total'),
    currency: said(entered, '/currency'),
    orderId: said(entered, '/orderId'),
    paymentMethod: said(entered, '/paymentMethod'),
    carrier: said(entered, '/carrier'),
    shippingAddress: address.length > 0 ? Object.fromEntries(address) : undefined,
    ...about(entered),
  };
}

/** What is no number goes as 0, which no quantity may be: the API then says what it expects, under the field. */
function quantityOf(text: string): number {
  const quantity = Number(text.trim() === '' ? '1' : text);
  return Number.isFinite(quantity) ? quantity : 0;
}

const common = ['/title', '/owner', '/priority', '/due'];

/** The pointers of the fields that a form has: what the API says of others stands above the form. */
export function pointersOf(kind: SubmissionKind, lines: number): ReadonlySet<string> {
  switch (kind) {
    case 'purchase':
      return new Set([...common, '/accountId', '/amount', '/currency', '/transactionId', '/orderId', '/paymentMethod', '/reason']);
    case 'refund':
      return new Set([...common, '/originalTransactionId', '/orderId', '/amount', '/currency', '/transactionId', '/accountId', '/reason']);
    case 'order':
      return new Set([
        ...common,
        ...['/customerId', '/items', '/total', '/currency', '/orderId', '/paymentMethod', '/carrier'],
        ...addressFields.map((field) => `/shippingAddress/${field}`),
        ...Array.from({ length: lines }, (_, at) => ['sku', 'quantity', 'unitPrice'].map((field) => `/items/${at}/${field}`)).flat(),
      ]);
  }
}
