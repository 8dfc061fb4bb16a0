import Box from '@cloudscape-design/components/box';
import type { ReactNode } from 'react';

interface ExpressNoticeProps {
  readonly children: ReactNode;
}

/** Says why an EXPRESS machine has no list of executions. */
export function ExpressNotice({ children }: ExpressNoticeProps) {
  return (
    <Box textAlign="center" padding="l">
      <Box padding={{ bottom: 's' }}>Executions of an Express state machine are not kept. Start one and wait for its answer, or have them logged.</Box>
      {children}
    </Box>
  );
}
