import type { StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { Schema } from '../../api/rest.ts';

export type OrderStatus = Schema<'Order'>['status'];

/** How an order stands, in words and as it looks. */
export const orderStatuses: Record<OrderStatus, { text: string; look: StatusIndicatorProps.Type }> = {
  Placed: { text: 'Placed', look: 'pending' },
  OutOfStock: { text: 'Out of stock', look: 'error' },
  Paid: { text: 'Paid', look: 'in-progress' },
  Declined: { text: 'Payment declined', look: 'error' },
  Shipped: { text: 'Shipped', look: 'in-progress' },
  CarrierUnavailable: { text: 'Carrier unavailable', look: 'warning' },
  ShippingRefused: { text: 'Shipping refused', look: 'error' },
  Confirmed: { text: 'Confirmed', look: 'success' },
  Cancelling: { text: 'Being undone', look: 'warning' },
  Refunded: { text: 'Refunded', look: 'stopped' },
  Cancelled: { text: 'Cancelled', look: 'stopped' },
};

/** How a status looks that an order has left behind: what went well is done. */
export const lookOfPast = (status: OrderStatus): StatusIndicatorProps.Type => {
  const { look } = orderStatuses[status];
  return look === 'pending' || look === 'in-progress' ? 'success' : look;
};
