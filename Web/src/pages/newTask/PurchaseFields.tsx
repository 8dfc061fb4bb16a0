import ColumnLayout from '@cloudscape-design/components/column-layout';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import { TextField } from './TextField.tsx';

/** What a purchase says. */
export function PurchaseFields() {
  return (
    <Container header={<Header variant="h2">Purchase</Header>}>
      <ColumnLayout columns={2}>
        <TextField pointer="/accountId" label="Account" description="Who pays." placeholder="acct-7" />
        <TextField pointer="/amount" label="Amount" placeholder="10.50" inputMode="decimal" />
        <TextField pointer="/currency" label="Currency" description="The ISO 4217 code." placeholder="EUR" />
        <TextField pointer="/paymentMethod" label="Payment method" optional description="What the payment gateway knows a card or account by." placeholder="card-visa" />
        <TextField pointer="/orderId" label="Order" optional description="The order that is paid for." />
        <TextField pointer="/transactionId" label="Transaction id" optional description="One is made up without it." />
        <TextField pointer="/reason" label="Reason" optional description="What it is for." />
      </ColumnLayout>
    </Container>
  );
}
