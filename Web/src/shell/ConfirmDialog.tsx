import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useEffect, useRef, type ReactNode } from 'react';
import { ProblemNotice } from './ProblemNotice.tsx';

interface Props {
  header: string;
  /** What the button says: the deed. */
  deed: string;
  isBusy: boolean;
  /** Whether what it asks for is there. */
  isReady?: boolean;
  error: unknown;
  /** What it means that there is an error. */
  failure?: string;
  size?: 'medium' | 'large';
  onConfirm: () => void;
  onDismiss: () => void;
  /** What will happen, and what it needs to know. */
  children: ReactNode;
}

/** Asks before something is done, and says why it was not done if it was not. */
export function ConfirmDialog({ header, deed, isBusy, isReady = true, error, failure = 'It was not done', size = 'medium', onConfirm, onDismiss, children }: Props) {
  // A second click may come before the button has been drawn as busy. What follows from the first one is known once the dialog is drawn again.
  const isConfirmed = useRef(false);
  useEffect(() => {
    isConfirmed.current = false;
  });
  const confirm = () => {
    if (!isConfirmed.current) {
      isConfirmed.current = true;
      onConfirm();
    }
  };
  return (
    <Modal
      visible
      size={size}
      header={header}
      onDismiss={onDismiss}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onDismiss}>
              Cancel
            </Button>
            <Button variant="primary" loading={isBusy} disabled={!isReady} onClick={confirm}>
              {deed}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        {children}
        <ProblemNotice error={error} header={failure} />
      </SpaceBetween>
    </Modal>
  );
}
