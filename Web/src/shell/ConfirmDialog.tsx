import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import { ProblemNotice } from './ProblemNotice.tsx';

interface Props {
  header: string;
  /** What the button says: the deed. */
  deed: string;
  isBusy: boolean;
  error: unknown;
  onConfirm: () => void;
  onDismiss: () => void;
  /** What will happen. */
  children: ReactNode;
}

/** Asks before something is done that is not easily undone, and says why it was not done if it was not. */
export function ConfirmDialog({ header, deed, isBusy, error, onConfirm, onDismiss, children }: Props) {
  return (
    <Modal
      visible
      header={header}
      onDismiss={onDismiss}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onDismiss}>
              Back
            </Button>
            <Button variant="primary" loading={isBusy} onClick={onConfirm}>
              {deed}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <Box>{children}</Box>
        <ProblemNotice error={error} header="It was not done" />
      </SpaceBetween>
    </Modal>
  );
}
