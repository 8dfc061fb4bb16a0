import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useEffect } from 'react';
import { isRecord } from '../../api/json.ts';
import { useEntryState } from '../../shell/useEntryState.ts';

/**
 * The page that is shown of a list that is read page by page, from 0: the one asked for, or the last that has been read so far. It is kept with the entry
 * in the browser's history, so Back leads to it.
 * @param list What the list is of: when it changes, the first page is shown.
 */
export function useKeptPage(list: string, query: UseInfiniteQueryResult<InfiniteData<unknown>>): { page: number; turnTo: (page: number) => void } {
  const [kept, keep] = useEntryState('page', pageIn);
  const { data, error, fetchNextPage, hasNextPage, isFetching } = query;
  const read = data?.pages.length ?? 0;
  const wanted = kept.list === list ? kept.page : 0;
  const isMissing = wanted >= read && hasNextPage && !isFetching && error === null;
  useEffect(() => {
    if (isMissing) {
      void fetchNextPage();
    }
  }, [isMissing, fetchNextPage]);
  return { page: Math.max(0, Math.min(wanted, read - 1)), turnTo: (page) => keep({ list, page }) };
}

function pageIn(kept: unknown): { list: string; page: number } {
  return isRecord(kept) && typeof kept.list === 'string' && typeof kept.page === 'number' ? { list: kept.list, page: kept.page } : { list: '', page: 0 };
}
