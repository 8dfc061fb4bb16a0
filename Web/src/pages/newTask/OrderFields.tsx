import AttributeEditor from '@cloudscape-design/components/attribute-editor';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useContext } from 'react';
import { emptyLine, type EnteredLine } from './drafts.ts';
import { SubmissionFormContext } from './submissionForm.ts';
import { TextField } from './TextField.tsx';

interface Props {
  lines: readonly EnteredLine[];
  onLines: (lines: readonly EnteredLine[]) => void;
}

/** What an order says: who orders what, how it is paid and where it goes. */
export function OrderFields({ lines, onLines }: Props) {
  const { faults } = useContext(SubmissionFormContext);
  const column = (field: keyof EnteredLine, label: string, placeholder: string, inputMode: 'text' | 'numeric' | 'decimal') => ({
    label,
    control: (line: EnteredLine, at: number) => (
      <Input
        ariaLabel={`${label} of line ${at + 1}`}
        value={line[field]}
        placeholder={placeholder}
        inputMode={inputMode}
        onChange={({ detail }) => onLines(lines.map((other, index) => (index === at ? { ...line, [field]: detail.value } : other)))}
      />
    ),
    errorText: (_: EnteredLine, at: number) => faults.at(`/items/${at}/${field}`),
  });
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">Order</Header>}>
        <SpaceBetween size="l">
          <ColumnLayout columns={2}>
            <TextField pointer="/customerId" label="Customer" placeholder="customer-7" />
            <TextField pointer="/currency" label="Currency" optional description="The ISO 4217 code; needed where something has a price." placeholder="EUR" />
          </ColumnLayout>
          <FormField label="What is ordered" stretch errorText={faults.at('/items')}>
            <AttributeEditor
              items={lines}
              definition={[
                column('sku', 'SKU', 'TABLE-OAK', 'text'),
                column('quantity', 'Quantity', '1', 'numeric'),
                column('unitPrice', 'Price of one', '10.50', 'decimal'),
              ]}
              addButtonText="Add a line"
              removeButtonText="Remove"
              removeButtonAriaLabel={(line) => `Remove ${line.sku === '' ? 'the line' : line.sku}`}
              onAddButtonClick={() => onLines([...lines, emptyLine])}
              onRemoveButtonClick={({ detail }) => onLines(lines.filter((_, at) => at !== detail.itemIndex))}
              empty="Nothing is ordered yet."
            />
          </FormField>
          <ColumnLayout columns={2}>
            <TextField pointer="/total" label="Total" optional description="Without it, the sum of the lines. Above 1,000.00 somebody has to approve the order." placeholder="10.50" inputMode="decimal" />
            <TextField pointer="/paymentMethod" label="Payment method" optional description="What the payment gateway knows a card or account by." placeholder="card-visa" />
            <TextField pointer="/carrier" label="Carrier" optional placeholder="parcel-post" />
            <TextField pointer="/orderId" label="Order id" optional description="One is made up without it." />
          </ColumnLayout>
        </SpaceBetween>
      </Container>
      <ExpandableSection variant="container" headerText="Shipping address" defaultExpanded>
        <ColumnLayout columns={2}>
          <TextField pointer="/shippingAddress/recipient" label="Recipient" optional />
          <TextField pointer="/shippingAddress/street" label="Street and number" optional />
          <TextField pointer="/shippingAddress/city" label="Town" optional />
          <TextField pointer="/shippingAddress/postalCode" label="Postal code" optional />
          <TextField pointer="/shippingAddress/country" label="Country" optional placeholder="IE" />
        </ColumnLayout>
      </ExpandableSection>
    </SpaceBetween>
  );
}
