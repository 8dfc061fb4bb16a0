import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Schema } from '../../api/rest.ts';

interface Props {
  apiKey: Schema<'Key'>;
  onDismiss: () => void;
}

/** Shows the secret of a new or rotated key: the server tells it once. */
export function SecretModal({ apiKey, onDismiss }: Props) {
  const secret = apiKey.secret ?? '';
  return (
    <Modal
      visible
      header={`The secret of ${apiKey.id}`}
      onDismiss={onDismiss}
      footer={
        <Box float="right">
          <Button variant="primary" onClick={onDismiss}>
            I have it
          </Button>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <Alert type="warning">This is the only time that the secret is shown.</Alert>
        <KeyValuePairs
          items={[
            { label: 'Key ID (AWS_ACCESS_KEY_ID)', value: <Copied text={apiKey.id} what="Key ID" /> },
            { label: 'Secret (AWS_SECRET_ACCESS_KEY)', value: <Copied text={secret} what="Secret" /> },
            { label: 'X-Api-Key', value: <Copied text={`${apiKey.id}.${secret}`} what="X-Api-Key" /> },
          ]}
        />
      </SpaceBetween>
    </Modal>
  );
}

function Copied({ text, what }: { text: string; what: string }) {
  return <CopyToClipboard variant="inline" textToCopy={text} copyButtonAriaLabel={`Copy ${what}`} copySuccessText={`${what} copied`} copyErrorText={`${what} not copied`} />;
}
