import { isRecord } from '../api/json.ts';
import { useEntryState } from './useEntryState.ts';

/** Where somebody is in a list that is read page by page, each page saying where the next begins. */
export interface CursorPages {
  /** Where the page begins; undefined for the first. */
  cursor: string | undefined;
  /** The number of the page, from 1. */
  page: number;
  /** How many pages have been seen to be there. */
  seen: number;
  /** Goes to a page that was seen, or to the one after this, which begins at `next`. */
  goTo(page: number, next: string | undefined): void;
}

interface State {
  list: string;
  page: number;
  cursors: readonly (string | undefined)[];
}

/**
 * The pages of a list, kept with the page's entry in the browser's history: Back leads to the one that was left.
 * @param list What the list is of: when it changes, reading begins at the first page again.
 */
export function useCursorPages(list: string): CursorPages {
  const [kept, keep] = useEntryState('pages', stateIn);
  const state: State = kept?.list === list ? kept : { list, page: 1, cursors: [undefined] };
  return {
    cursor: state.cursors[state.page - 1],
    page: state.page,
    seen: state.cursors.length,
    goTo: (page, next) => {
      if (page <= state.cursors.length) {
        keep({ ...state, page });
      } else if (next !== undefined) {
        keep({ ...state, page: state.page + 1, cursors: [...state.cursors.slice(0, state.page), next] });
      }
    },
  };
}

function stateIn(kept: unknown): State | undefined {
  return isState(kept) ? kept : undefined;
}

function isState(kept: unknown): kept is State {
  return isRecord(kept) && typeof kept.list === 'string' && typeof kept.page === 'number' && Array.isArray(kept.cursors);
}
