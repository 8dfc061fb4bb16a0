import Container from '@cloudscape-design/components/container';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { StateMachine } from '../../api/wire/machines.ts';
import { formatMoment } from '../../shell/format.ts';

interface MachineSummaryProps {
  readonly machine: StateMachine;
}

/** What there is to know about a state machine at a glance. */
export function MachineSummary({ machine }: MachineSummaryProps) {
  const { stateMachineArn, roleArn, type, status, creationDate, revisionId, loggingConfiguration } = machine;
  return (
    <Container header={<Header variant="h2">Details</Header>}>
      <KeyValuePairs
        columns={3}
        items={[
          { label: 'ARN', value: <CopyToClipboard variant="inline" textToCopy={stateMachineArn} copyButtonAriaLabel="Copy the ARN" copySuccessText="Copied" copyErrorText="Not copied" /> },
          { label: 'Type', value: type === 'EXPRESS' ? 'Express' : 'Standard' },
          { label: 'Status', value: status === 'DELETING' ? <StatusIndicator type="pending">Deleting</StatusIndicator> : <StatusIndicator>Active</StatusIndicator> },
          { label: 'IAM role ARN', value: roleArn },
          { label: 'Created', value: formatMoment(creationDate) },
          ...(revisionId === undefined ? [] : [{ label: 'Revision', value: revisionId }]),
          { label: 'Logging', value: loggingConfiguration?.level ?? 'OFF' },
        ]}
      />
    </Container>
  );
}
