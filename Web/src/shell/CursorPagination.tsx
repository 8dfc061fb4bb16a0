import Pagination from '@cloudscape-design/components/pagination';
import type { CursorPages } from './useCursorPages.ts';

interface Props {
  pages: CursorPages;
  /** What the page that is shown says comes after it. */
  next: string | null | undefined;
  disabled?: boolean;
}

/** The pages of a list that is read by cursors: how many there are is known once the last has been seen. */
export function CursorPagination({ pages, next, disabled = false }: Props) {
  const following = next ?? undefined;
  return (
    <Pagination
      currentPageIndex={pages.page}
      pagesCount={Math.max(pages.seen, following === undefined ? pages.page : pages.page + 1)}
      openEnd={following !== undefined && pages.page >= pages.seen - 1}
      disabled={disabled}
      onChange={({ detail }) => pages.goTo(detail.currentPageIndex, following)}
    />
  );
}
