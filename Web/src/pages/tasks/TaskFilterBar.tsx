import PropertyFilter from '@cloudscape-design/components/property-filter';
import type { PropertyFilterProps } from '@cloudscape-design/components/property-filter';
import type { ReactNode } from 'react';
import { formatMoment } from '../../shell/format.ts';
import { capitalised, taskKinds, taskStatuses } from '../../tasks/taskWords.ts';
import { MomentInput } from '../../tasks/MomentInput.tsx';
import { tokensOf, withTokens } from './filterTokens.ts';
import type { TaskFilter } from './taskFilter.ts';

interface Props {
  filter: TaskFilter;
  onChange: (filter: TaskFilter) => void;
  /** The owners that are known, as suggestions. */
  owners: readonly string[];
  countText: string;
  loading: boolean;
  /** What stands before the field. */
  control: ReactNode;
  /** What stands behind the tokens. */
  actions: ReactNode;
}

const moment = (operator: '>=' | '<', description: string): PropertyFilterProps.FilteringProperty['operators'] => [
  {
    operator,
    description,
    format: (value: unknown) => (typeof value === 'string' ? formatMoment(value) : ''),
    form: ({ value, onChange }) => <MomentInput label={description} value={typeof value === 'string' ? value : ''} onChange={onChange} />,
  },
];

const properties: PropertyFilterProps.FilteringProperty[] = [
  { key: 'status', propertyLabel: 'Status', groupValuesLabel: 'Statuses', operators: [{ operator: '=', tokenType: 'enum' }] },
  { key: 'kind', propertyLabel: 'Kind', groupValuesLabel: 'Kinds', operators: [{ operator: '=', tokenType: 'enum' }] },
  { key: 'owner', propertyLabel: 'Owner', groupValuesLabel: 'Owners', operators: ['='] },
  {
    key: 'created',
    propertyLabel: 'Created',
    groupValuesLabel: 'Created',
    defaultOperator: '>=',
    operators: [...(moment('>=', 'Created from') ?? []), ...(moment('<', 'Created before') ?? [])],
  },
];

/** Which tasks the list shows, in Cloudscape's property filter. */
export function TaskFilterBar({ filter, onChange, owners, countText, loading, control, actions }: Props) {
  return (
    <PropertyFilter
      query={tokensOf(filter)}
      onChange={({ detail }) => onChange(withTokens(filter, detail))}
      filteringProperties={properties}
      filteringOptions={[
        ...taskStatuses.map((value) => ({ propertyKey: 'status', value })),
        ...taskKinds.map((value) => ({ propertyKey: 'kind', value, label: capitalised(value) })),
        ...owners.map((value) => ({ propertyKey: 'owner', value })),
      ]}
      freeTextFiltering={{ operators: [':'], defaultOperator: ':' }}
      hideOperations
      countText={countText}
      loading={loading}
      expandToViewport
      filteringAriaLabel="Find tasks"
      filteringPlaceholder="Find tasks by status, kind, owner or text"
      customControl={control}
      customFilterActions={actions}
    />
  );
}
