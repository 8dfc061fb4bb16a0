import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import type { Schema } from '../../api/rest.ts';
import { formatCount } from '../../shell/format.ts';
import { formatMoney } from '../../tasks/formatMoney.ts';

/** What was ordered. */
export function OrderLines({ order }: { order: Schema<'Order'> }) {
  return (
    <Table
      header={<Header variant="h2" counter={`(${order.items.length})`}>Lines</Header>}
      ariaLabels={{ tableLabel: 'Lines of the order' }}
      items={order.items.map((line, at) => ({ ...line, at }))}
      trackBy={({ at }) => String(at)}
      columnDefinitions={[
        { id: 'sku', header: 'SKU', isRowHeader: true, cell: ({ sku }) => sku },
        { id: 'quantity', header: 'Quantity', cell: ({ quantity }) => formatCount(quantity) },
        { id: 'price', header: 'Price of one', cell: ({ unitPrice, currency }) => formatMoney(unitPrice, currency) },
        {
          id: 'sum',
          header: 'Sum',
          cell: ({ unitPrice, currency, quantity }) => formatMoney(typeof unitPrice === 'number' ? unitPrice * quantity : undefined, currency),
        },
      ]}
    />
  );
}
