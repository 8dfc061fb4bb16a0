import ProgressBar from '@cloudscape-design/components/progress-bar';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { ProblemText } from '../../../shell/ProblemText.tsx';
import { formatBytes } from '../../../tasks/formatBytes.ts';
import type { Upload } from './useUploads.ts';

interface Props {
  uploads: readonly Upload[];
  onDismiss: (id: string) => void;
}

const looks = { sending: 'in-progress', done: 'success', failed: 'error' } as const;

/** How far the files are that are being attached, and what the API said of those it did not take. */
export function UploadList({ uploads, onDismiss }: Props) {
  return (
    <SpaceBetween size="m">
      {uploads.map(({ id, file, sent, state, error }) => (
        <ProgressBar
          key={id}
          label={file.name}
          description={formatBytes(file.size)}
          value={file.size === 0 ? 100 : (100 * sent) / file.size}
          additionalInfo={state === 'sending' ? `${formatBytes(sent)} sent` : undefined}
          status={looks[state]}
          resultText={state === 'done' ? 'Attached' : <ProblemText error={error} />}
          resultButtonText="Dismiss"
          onResultButtonClick={() => onDismiss(id)}
        />
      ))}
    </SpaceBetween>
  );
}
