import Box from '@cloudscape-design/components/box';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table from '@cloudscape-design/components/table';
import type { ReactNode } from 'react';
import type { Schema } from '../../api/rest.ts';
import { formatPreciseMoment } from '../../shell/format.ts';

interface Props {
  records: readonly Schema<'AuditRecord'>[];
  loading: boolean;
  pagination: ReactNode;
}

/** Records of the audit journal, newest first. */
export function AuditTable({ records, loading, pagination }: Props) {
  return (
    <Table
      variant="full-page"
      stickyHeader
      wrapLines
      ariaLabels={{ tableLabel: 'Audit records' }}
      items={records}
      trackBy={({ sequence }) => String(sequence)}
      loading={loading}
      loadingText="Asking for the records"
      empty="No record is like that."
      pagination={pagination}
      columnDefinitions={[
        { id: 'sequence', header: 'Record', isRowHeader: true, cell: ({ sequence }) => sequence },
        { id: 'time', header: 'Time', minWidth: 150, cell: ({ time }) => formatPreciseMoment(time) },
        {
          id: 'who',
          header: 'Who',
          minWidth: 130,
          cell: ({ who, credential }) => (
            <>
              {who === '' ? 'Nobody known' : who}
              <Box variant="small" display="block">
                {credential}
              </Box>
            </>
          ),
        },
        {
          id: 'outcome',
          header: 'Outcome',
          minWidth: 200,
          cell: ({ outcome, status }) => (
            <StatusIndicator type={outcome === 'ok' ? 'success' : 'error'}>
              {outcome}
              {status === 0 ? '' : ` (${status})`}
            </StatusIndicator>
          ),
        },
        {
          id: 'action',
          header: 'Action and resource',
          minWidth: 280,
          cell: ({ action, resource }) => (
            <div style={{ overflowWrap: 'anywhere' }}>
              {action}
              <Box variant="small" display="block">
                {resource}
              </Box>
            </div>
          ),
        },
        {
          id: 'address',
          header: 'From',
          minWidth: 140,
          cell: ({ address, agent }) => (
            <>
              {address}
              <Box variant="small" display="block">
                <div title={agent} style={{ maxWidth: 180, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
                  {agent}
                </div>
              </Box>
            </>
          ),
        },
        { id: 'request', header: 'Request id', minWidth: 200, cell: ({ requestId }) => requestId },
      ]}
    />
  );
}
