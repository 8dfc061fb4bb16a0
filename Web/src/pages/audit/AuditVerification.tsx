import Alert from '@cloudscape-design/components/alert';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import type { Schema } from '../../api/rest.ts';
import { formatCount } from '../../shell/format.ts';

interface Props {
  verification: Schema<'AuditVerification'>;
  onDismiss: () => void;
}

/** What came of checking the audit journal. */
export function AuditVerification({ verification: { holds, records, head, brokenAt, reason }, onDismiss }: Props) {
  const end = (
    <CopyToClipboard variant="inline" textToCopy={head} copyButtonAriaLabel="Copy the end of the journal" copySuccessText="Copied" copyErrorText="The browser did not allow copying" />
  );
  return holds ? (
    <Alert type="success" dismissible onDismiss={onDismiss} header="The audit log is as it was written">
      {records === 1 ? 'The one record' : `All ${formatCount(records)} records`} checked, each against the one before it. The place and hash of the last; note it elsewhere to know later
      that nothing before it was changed: {end}
    </Alert>
  ) : (
    <Alert type="error" dismissible onDismiss={onDismiss} header={`The audit log is broken at record ${brokenAt ?? 'unknown'}`}>
      {reason} {formatCount(records)} records before that are good. The last good one: {end}
    </Alert>
  );
}
