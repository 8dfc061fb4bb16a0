import { useCollection, type UseCollectionOptions } from '@cloudscape-design/collection-hooks';
import { isRecord } from '../api/json.ts';
import { useEntryState } from './useEntryState.ts';

/** `useCollection` for a list whose page, once turned, is kept with its filter in the page's entry in the browser's history: Back leads to what was left. */
export function useKeptCollection<T>(items: readonly T[], options: UseCollectionOptions<T>) {
  const [place, keep] = useEntryState('place', placeIn);
  const collection = useCollection(items, {
    ...options,
    filtering: { ...options.filtering, defaultFilteringText: place.text },
    pagination: { ...options.pagination, defaultPage: place.page },
  });
  const { filterProps, paginationProps } = collection;
  return {
    ...collection,
    paginationProps: {
      ...paginationProps,
      onChange: (event: Parameters<typeof paginationProps.onChange>[0]) => {
        paginationProps.onChange(event);
        keep({ text: filterProps.filteringText, page: event.detail.currentPageIndex });
      },
    },
  };
}

function placeIn(kept: unknown): { text: string; page: number } {
  return isRecord(kept) && typeof kept.text === 'string' && typeof kept.page === 'number' ? { text: kept.text, page: kept.page } : { text: '', page: 1 };
}
