import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { TableProps } from '@cloudscape-design/components/table';
import type { Schema } from '../../api/rest.ts';
import { BoundedText } from '../../shell/BoundedText.tsx';
import { formatMoment } from '../../shell/format.ts';

type Key = Schema<'Key'>;

const states: Record<Key['state'], { type: StatusIndicatorProps.Type; text: string }> = {
  active: { type: 'success', text: 'Active' },
  expired: { type: 'stopped', text: 'Expired' },
  revoked: { type: 'stopped', text: 'Revoked' },
};

export const keyColumns: TableProps.ColumnDefinition<Key>[] = [
  { id: 'id', header: 'Key ID', cell: (key) => <code>{key.id}</code>, sortingField: 'id', isRowHeader: true },
  { id: 'owner', header: 'Owner', cell: (key) => <BoundedText>{key.owner}</BoundedText>, sortingField: 'owner' },
  { id: 'roles', header: 'Roles', cell: (key) => (key.roles.length === 0 ? 'none: what is theirs' : key.roles.join(', ')) },
  { id: 'machines', header: 'Machines', cell: (key) => <BoundedText>{key.machines?.join(', ') ?? 'all'}</BoundedText> },
  { id: 'state', header: 'State', cell: (key) => <StatusIndicator type={states[key.state].type}>{stateOf(key)}</StatusIndicator>, sortingField: 'state' },
  { id: 'created', header: 'Created', cell: (key) => formatMoment(key.created), sortingField: 'created' },
  { id: 'lastUsed', header: 'Last used', cell: (key) => (key.lastUsed === undefined || key.lastUsed === null ? 'never' : formatMoment(key.lastUsed)), sortingField: 'lastUsed' },
  { id: 'expires', header: 'Expires', cell: (key) => (key.expires === undefined || key.expires === null ? 'never' : formatMoment(key.expires)), sortingField: 'expires' },
];

/** After a rotation, it says as well until when the secret before is good. */
function stateOf({ state, previousSecretUntil }: Key): string {
  return previousSecretUntil === undefined || previousSecretUntil === null ? states[state].text : `${states[state].text}, old secret until ${formatMoment(previousSecretUntil)}`;
}
