import Box from '@cloudscape-design/components/box';
import type { TableProps } from '@cloudscape-design/components/table';
import type { Schema } from '../../api/rest.ts';
import { addressOf, machineNameOf } from '../../shell/addresses.ts';
import { formatCount, formatMoment } from '../../shell/format.ts';
import { RouterLink } from '../../shell/RouterLink.tsx';

export const deadEventColumns: readonly TableProps.ColumnDefinition<Schema<'DeadEvent'>>[] = [
  {
    id: 'execution',
    header: 'Execution',
    isRowHeader: true,
    minWidth: 260,
    cell: ({ executionArn, redriveCount, eventId }) => (
      <>
        <RouterLink href={addressOf.execution(executionArn)}>{`${machineNameOf(executionArn)} / ${executionArn.split(':').slice(7).join(':')}`}</RouterLink>
        <Box variant="small" display="block">
          {redriveCount > 0 && `redrive ${redriveCount}, `}event {eventId}
        </Box>
      </>
    ),
  },
  { id: 'status', header: 'Became', minWidth: 130, cell: ({ status }) => status },
  { id: 'at', header: 'On', minWidth: 170, cell: ({ at }) => formatMoment(at) },
  { id: 'reason', header: 'Reason', minWidth: 160, cell: ({ reason }) => reason },
  { id: 'attempts', header: 'Attempts', minWidth: 100, cell: ({ attempts }) => formatCount(attempts) },
  { id: 'givenUpAt', header: 'Given up', minWidth: 170, cell: ({ givenUpAt }) => formatMoment(givenUpAt) },
];
