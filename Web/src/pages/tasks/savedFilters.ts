import { isRecord } from '../../api/json.ts';

/** A filter that somebody wants to come back to. */
export interface SavedFilter {
  name: string;
  /** What the address of the list says, without its question mark: what can be sent to others as well. */
  search: string;
}

/** Under what this browser keeps them. */
export const savedFiltersKey = 'taskorch.savedTaskFilters';

/** What is there for everybody from the start. */
export const givenFilters: readonly SavedFilter[] = [
  { name: 'Waiting for a decision', search: 'status=Waiting&sort=updated&order=asc' },
  { name: 'Failed', search: 'status=Failed&sort=updated' },
  { name: 'Under way', search: 'status=Pending&status=Running' },
];

/** The filters out of what was kept; what cannot be read is left out. */
export const readSaved = (kept: unknown): SavedFilter[] =>
  Array.isArray(kept)
    ? kept.filter(isRecord).flatMap(({ name, search }) => (typeof name === 'string' && typeof search === 'string' ? [{ name, search }] : []))
    : [];

/** The filters with one more; one of the same name gives way. */
export const withSaved = (filters: readonly SavedFilter[], filter: SavedFilter): SavedFilter[] =>
  [...withoutSaved(filters, filter.name), filter].sort((a, b) => a.name.localeCompare(b.name));

export const withoutSaved = (filters: readonly SavedFilter[], name: string): SavedFilter[] => filters.filter((kept) => kept.name !== name);

/** The filter of these whose list the address shows; the order of the parameters does not matter. */
export const savedAs = (filters: readonly SavedFilter[], search: URLSearchParams): SavedFilter | undefined =>
  filters.find((kept) => sorted(new URLSearchParams(kept.search)) === sorted(search));

const sorted = (search: URLSearchParams): string =>
  [...search.entries()]
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join('&');
