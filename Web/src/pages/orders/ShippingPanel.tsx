import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import type { Schema } from '../../api/rest.ts';
import { formatMoney } from '../../tasks/formatMoney.ts';

/** Where an order goes, and how. */
export function ShippingPanel({ order: { shipping, shippingAddress, carrier, shippingService, trackingNumber, labelReference } }: { order: Schema<'Order'> }) {
  const address = [
    shippingAddress?.recipient,
    shippingAddress?.street,
    [shippingAddress?.postalCode, shippingAddress?.city].filter(Boolean).join(' '),
    shippingAddress?.country,
  ].filter(Boolean);
  return (
    <Container header={<Header variant="h2">Shipping</Header>}>
      <KeyValuePairs
        columns={4}
        minColumnWidth={180}
        items={[
          { label: 'Address', value: address.length === 0 ? '-' : address.map((line) => <div key={line}>{line}</div>) },
          { label: 'Carrier', value: shipping?.carrier ?? carrier ?? '-' },
          { label: 'Service', value: shipping?.service ?? shippingService ?? 'the cheapest' },
          { label: 'Takes', value: shipping ? `${shipping.days} ${shipping.days === 1 ? 'day' : 'days'}` : '-' },
          { label: 'Price for the shop', value: formatMoney(shipping?.price, shipping?.currency) },
          { label: 'Tracking number', value: trackingNumber ?? '-' },
          { label: 'Label', value: labelReference ?? '-' },
        ]}
      />
    </Container>
  );
}
