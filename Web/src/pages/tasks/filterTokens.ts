import type { PropertyFilterProps } from '@cloudscape-design/components/property-filter';
import { isTaskKind, isTaskStatus } from '../../tasks/taskWords.ts';
import type { TaskFilter } from './taskFilter.ts';

/** What the property filter shows of a filter. */
export function tokensOf(filter: TaskFilter): PropertyFilterProps.Query {
  const tokens: PropertyFilterProps.Token[] = [];
  if (filter.statuses.length > 0) {
    tokens.push({ propertyKey: 'status', operator: '=', value: filter.statuses });
  }
  if (filter.kinds.length > 0) {
    tokens.push({ propertyKey: 'kind', operator: '=', value: filter.kinds });
  }
  if (filter.owner !== undefined) {
    tokens.push({ propertyKey: 'owner', operator: '=', value: filter.owner });
  }
  if (filter.createdFrom !== undefined) {
    tokens.push({ propertyKey: 'created', operator: '>=', value: filter.createdFrom });
  }
  if (filter.createdTo !== undefined) {
    tokens.push({ propertyKey: 'created', operator: '<', value: filter.createdTo });
  }
  if (filter.text !== undefined) {
    tokens.push({ operator: ':', value: filter.text });
  }
  return { operation: 'and', tokens };
}

/**
 * The filter with what the property filter says. The API takes one owner, one text and one span of time, so the last of several counts; statuses and
 * kinds add up, for a task has only one of each.
 */
export function withTokens(filter: TaskFilter, query: PropertyFilterProps.Query): TaskFilter {
  const next: TaskFilter = { statuses: [], kinds: [], sort: filter.sort, order: filter.order };
  for (const token of query.tokens) {
    const values = textsOf(token.value);
    const last = values.at(-1);
    switch (token.propertyKey) {
      case 'status':
        next.statuses = [...new Set([...next.statuses, ...values.filter(isTaskStatus)])];
        break;
      case 'kind':
        next.kinds = [...new Set([...next.kinds, ...values.filter(isTaskKind)])];
        break;
      case 'owner':
        next.owner = last;
        break;
      case 'created':
        next[token.operator === '<' ? 'createdTo' : 'createdFrom'] = last;
        break;
      default:
        next.text = last;
    }
  }
  return next;
}

const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.flatMap(textsOf) : typeof value === 'string' && value.trim() !== '' ? [value.trim()] : []);
