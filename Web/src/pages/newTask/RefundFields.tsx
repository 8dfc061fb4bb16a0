import ColumnLayout from '@cloudscape-design/components/column-layout';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import { TextField } from './TextField.tsx';

/** What a refund says. */
export function RefundFields() {
  return (
    <Container
      header={
        <Header variant="h2" description="Which charge is paid back is said by its transaction, or else by the order; one of them is needed.">
          Refund
        </Header>
      }
    >
      <ColumnLayout columns={2}>
        <TextField pointer="/originalTransactionId" label="Transaction to pay back" optional placeholder="txn-1" />
        <TextField pointer="/orderId" label="Order" optional description="The order whose charge is paid back." />
        <TextField pointer="/amount" label="Amount" optional description="Without it, whatever is left of the charge." placeholder="10.50" inputMode="decimal" />
        <TextField pointer="/currency" label="Currency" optional description="The ISO 4217 code." placeholder="EUR" />
        <TextField pointer="/accountId" label="Account" optional description="Who is paid back." />
        <TextField pointer="/transactionId" label="Refund id" optional description="One is made up without it." />
        <TextField pointer="/reason" label="Reason" optional />
      </ColumnLayout>
    </Container>
  );
}
