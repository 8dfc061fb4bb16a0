import Alert from '@cloudscape-design/components/alert';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import { useMay, useMe } from '../api/permissions.ts';

interface Props {
  /** What the server has to allow for the children to make sense: `listAuditRecords`. */
  operation: string;
  children: ReactNode;
}

/** Shows what not everybody may see, or says why this caller may not. */
export function Guarded({ operation, children }: Props) {
  const { isPending } = useMe();
  const may = useMay(operation);
  if (isPending || may.allowed) {
    return <SpaceBetween size="l">{children}</SpaceBetween>;
  }
  return (
    <Alert type="info" header="This is not for you to see">
      {may.reason ?? 'Your role does not allow it.'}
    </Alert>
  );
}
