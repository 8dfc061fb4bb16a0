import Box from '@cloudscape-design/components/box';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import SpaceBetween from '@cloudscape-design/components/space-between';

interface Props {
  /** What it is, for whoever copies it: `Input`. */
  label: string;
  value: unknown;
}

/** A small JSON value as text, without an editor around it. */
export function JsonText({ label, value }: Props) {
  const text = JSON.stringify(value, undefined, 2);
  return (
    <SpaceBetween size="xs">
      <CopyToClipboard copyButtonText={`Copy ${label.toLowerCase()}`} copySuccessText="Copied" copyErrorText="The browser did not allow copying" textToCopy={text} />
      <Box variant="code">
        <div style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{text}</div>
      </Box>
    </SpaceBetween>
  );
}
