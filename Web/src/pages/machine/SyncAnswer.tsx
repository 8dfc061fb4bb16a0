import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Actions } from '../../api/wire/actions.ts';
import { JsonView } from '../../editor/JsonView.tsx';
import { ExecutionStatusIndicator } from '../../shell/ExecutionStatusIndicator.tsx';
import { formatDuration, millisecondsOf } from '../../shell/format.ts';

interface SyncAnswerProps {
  readonly answer: Actions['StartSyncExecution']['answer'];
}

/** What came of an EXPRESS execution that was waited for. */
export function SyncAnswer({ answer }: SyncAnswerProps) {
  const { status, startDate, stopDate, output, error, cause } = answer;
  return (
    <SpaceBetween size="s">
      <KeyValuePairs
        columns={3}
        items={[
          { label: 'Status', value: <ExecutionStatusIndicator status={status} /> },
          { label: 'Duration', value: formatDuration(millisecondsOf(stopDate) - millisecondsOf(startDate)) },
          ...(error === undefined ? [] : [{ label: 'Error', value: error }]),
        ]}
      />
      {cause !== undefined && <JsonView label="Cause" value={cause} />}
      {output !== undefined && <JsonView label="Output" value={output} />}
    </SpaceBetween>
  );
}
