import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import { ProblemNotice } from '../../shell/ProblemNotice.tsx';

interface Props {
  title: string;
  /** What the button says that does it. */
  deed: string;
  isBusy: boolean;
  isReady?: boolean;
  error: unknown;
  size?: 'medium' | 'large';
  onDo: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** A question before something is done, with what went wrong if it could not be. */
export function ActionModal({ title, deed, isBusy, isReady = true, error, size = 'medium', onDo, onClose, children }: Props) {
  return (
    <Modal
      visible
      size={size}
      header={title}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              Cancel
            </Button>
            <Button variant="primary" loading={isBusy} disabled={!isReady} onClick={onDo}>
              {deed}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        {children}
        <ProblemNotice error={error} header="That did not work" />
      </SpaceBetween>
    </Modal>
  );
}
