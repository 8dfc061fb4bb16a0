import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Spinner from '@cloudscape-design/components/spinner';
import { JsonView } from '../../editor/JsonView.tsx';
import { qualifierWords } from '../../machines/qualifiers.ts';
import { ProblemNotice } from '../../shell/ProblemNotice.tsx';
import { MachineSummary } from './MachineSummary.tsx';
import { useVersion } from './useVersion.ts';

interface Props {
  readonly name: string;
  readonly arn: string;
  readonly onClose: () => void;
}

const height = 400;

/** A version with its definition. */
export function VersionDialog({ name, arn, onClose }: Props) {
  const { data, error, refetch } = useVersion(name, arn);
  return (
    <Modal visible size="max" header={`${qualifierWords(arn)} of ${name}`} onDismiss={onClose}>
      <SpaceBetween size="m">
        <ProblemNotice error={error} header="The version cannot be shown" onRetry={() => void refetch()} />
        {data === undefined && error === null && <Spinner />}
        {data !== undefined && (
          <>
            <MachineSummary machine={data} />
            <JsonView label={`Definition of ${qualifierWords(arn)}`} value={data.definition} height={height} />
          </>
        )}
      </SpaceBetween>
    </Modal>
  );
}
