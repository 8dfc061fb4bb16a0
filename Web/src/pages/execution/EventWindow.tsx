import type { TableProps } from '@cloudscape-design/components/table';
import type { EventRow } from '../../history/eventRow.ts';
import { EventLines } from './EventLines.tsx';
import type { Look } from './useExecutionAddress.ts';
import { useWindow } from './useWindow.ts';

interface Props {
  items: readonly EventRow[];
  /** How the table is sorted, and what it says when it is empty. */
  collectionProps: Partial<TableProps<EventRow>>;
  opened: number | undefined;
  look: Look;
}

/** The part of the list that scrolls. It draws the lines in sight and leaves room for the others. */
export function EventWindow({ items, collectionProps, opened, look }: Props) {
  const { frame, content, above, below, first, last } = useWindow(items.length, items.findIndex(({ id }) => id === opened));
  return (
    // It scrolls by itself, so the keyboard must be able to get into it.
    <div className="events-frame" ref={frame} tabIndex={0} role="region" aria-label="Events">
      <div ref={content} style={{ paddingBlockStart: above, paddingBlockEnd: below }}>
        <EventLines items={items} first={first} last={last} collectionProps={collectionProps} opened={opened} look={look} />
      </div>
    </div>
  );
}
