import { isTaskKind, isTaskStatus } from '../../tasks/taskWords.ts';
import type { TaskKind, TaskStatus } from '../../tasks/types.ts';

export type TaskSort = 'created' | 'updated' | 'due' | 'priority';

/** Which tasks a list shows, and in which order. */
export interface TaskFilter {
  owner?: string;
  statuses: TaskStatus[];
  kinds: TaskKind[];
  text?: string;
  /** Taken down at this moment or later. */
  createdFrom?: string;
  /** Taken down before this moment. */
  createdTo?: string;
  sort: TaskSort;
  order: 'asc' | 'desc';
}

export const noFilter: TaskFilter = { statuses: [], kinds: [], sort: 'created', order: 'desc' };

const isSort = (text: string | null): text is TaskSort => text === 'created' || text === 'updated' || text === 'due' || text === 'priority';

/** The filter that an address says. What it says wrongly is left out, so that an old link still opens. */
export function readFilter(search: URLSearchParams): TaskFilter {
  const text = (name: string) => search.get(name)?.trim() ?? '';
  const moment = (name: string) => (Number.isNaN(Date.parse(text(name))) ? undefined : text(name));
  const sort = search.get('sort');
  return {
    owner: text('owner') || undefined,
    statuses: [...new Set(search.getAll('status').filter(isTaskStatus))],
    kinds: [...new Set(search.getAll('kind').filter(isTaskKind))],
    text: text('text') || undefined,
    createdFrom: moment('createdFrom'),
    createdTo: moment('createdTo'),
    sort: isSort(sort) ? sort : 'created',
    order: search.get('order') === 'asc' ? 'asc' : 'desc',
  };
}

/** The same as an address says it; what is as usual is not said. */
export function writeFilter(filter: TaskFilter): URLSearchParams {
  const search = new URLSearchParams();
  const set = (name: string, value: string | undefined) => value !== undefined && search.set(name, value);
  filter.statuses.forEach((status) => search.append('status', status));
  filter.kinds.forEach((kind) => search.append('kind', kind));
  set('owner', filter.owner);
  set('text', filter.text);
  set('createdFrom', filter.createdFrom);
  set('createdTo', filter.createdTo);
  set('sort', filter.sort === 'created' ? undefined : filter.sort);
  set('order', filter.order === 'desc' ? undefined : filter.order);
  return search;
}

/** The parameters of the API's list of tasks. */
export const listParameters = (filter: TaskFilter) => ({
  owner: filter.owner,
  status: filter.statuses.length > 0 ? filter.statuses : undefined,
  kind: filter.kinds.length > 0 ? filter.kinds : undefined,
  text: filter.text,
  createdFrom: filter.createdFrom,
  createdTo: filter.createdTo,
  sort: filter.sort,
  order: filter.order,
});
