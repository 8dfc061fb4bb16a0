import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useEffect } from 'react';
import { useBlocker } from 'react-router';

interface UnsavedChangesProps {
  /** Asked at the moment of leaving, so that a save just before it counts. */
  readonly hasChanges: () => boolean;
}

/** Asks before the page is left with changes that are not saved. */
export function UnsavedChanges({ hasChanges }: UnsavedChangesProps) {
  const blocker = useBlocker(({ currentLocation, nextLocation }) => currentLocation.pathname !== nextLocation.pathname && hasChanges());

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => {
      if (hasChanges()) {
        event.preventDefault();
      }
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [hasChanges]);

  return (
    <Modal
      visible={blocker.state === 'blocked'}
      header="Leave without saving?"
      onDismiss={() => blocker.reset?.()}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={() => blocker.reset?.()}>
              Stay
            </Button>
            <Button variant="primary" onClick={() => blocker.proceed?.()}>
              Leave
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      What you have entered here is lost when you leave.
    </Modal>
  );
}
