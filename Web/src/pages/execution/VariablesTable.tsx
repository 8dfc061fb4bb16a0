import Box from '@cloudscape-design/components/box';
import Table from '@cloudscape-design/components/table';
import type { Variable } from '../../history/variables.ts';

/** The variables that there are, each with who assigned it last and where it can be seen. */
export function VariablesTable({ variables }: { variables: readonly Variable[] }) {
  return (
    <Table
      variant="borderless"
      items={variables}
      trackBy={variable => `${variable.scope} ${variable.name}`}
      wrapLines
      ariaLabels={{ tableLabel: 'Variables' }}
      empty={<Box color="text-body-secondary">No state has assigned a variable so far.</Box>}
      columnDefinitions={[
        { id: 'name', header: 'Name', cell: variable => `$${variable.name}`, isRowHeader: true, minWidth: 120 },
        { id: 'value', header: 'Value', cell: variable => <Box variant="code">{variable.value}</Box>, minWidth: 200 },
        { id: 'assignedBy', header: 'Assigned by', cell: variable => variable.assignedBy, minWidth: 120 },
        { id: 'scope', header: 'Seen in', cell: variable => variable.scope, minWidth: 120 },
      ]}
    />
  );
}
