import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useState } from 'react';

/** The height of a line until one has been measured. */
const guessedHeight = 33;

/** Lines drawn beyond what is in sight, above and below. */
const beyond = 8;

/** Lines come and go in bunches of this many, so that most steps of a scroll draw nothing anew. */
const bunch = 16;

/**
 * Which lines of a long table are to be drawn, and how much room the others take up. All lines are of one height, which the first one drawn tells.
 * The opened one, -1 for none, is brought into sight.
 */
export function useWindow(count: number, opened: number) {
  const [frame, setFrame] = useState<HTMLDivElement | null>(null);
  const [content, setContent] = useState<HTMLDivElement | null>(null);
  const [height, setHeight] = useState(guessedHeight);
  // Its functions are called here and passed to nobody, so nothing can keep a stale one.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtualizer = useVirtualizer({ count, getScrollElement: () => frame, estimateSize: () => height, overscan: beyond });

  useEffect(() => {
    if (content === null) {
      return undefined;
    }

    const observer = new ResizeObserver(() => {
      const line = content.querySelector('tbody tr:nth-child(2)');
      if (line !== null) {
        setHeight(line.getBoundingClientRect().height);
      }
    });
    observer.observe(content);
    return () => observer.disconnect();
  }, [content]);

  useEffect(() => virtualizer.measure(), [virtualizer, height]);

  const bringIntoSight = useEffectEvent((index: number) => {
    if (frame !== null && !isInSight(frame, count, height, index)) {
      frame.scrollTop = index * height - (frame.clientHeight - height) / 2;
      frame.scrollIntoView({ block: 'nearest' });
    }
  });

  useEffect(() => {
    if (opened >= 0) {
      bringIntoSight(opened);
    }
  }, [opened, frame, height]);

  const lines = virtualizer.getVirtualItems();
  const first = Math.floor((lines[0]?.index ?? 0) / bunch) * bunch;
  const last = Math.min(count, Math.ceil(((lines.at(-1)?.index ?? -1) + 1) / bunch) * bunch);
  return { frame: setFrame, content: setContent, above: first * height, below: (count - last) * height, first, last };
}

/** Whether a line is between the heading of the table, which stays at the top, and the lower edge of the frame. */
function isInSight(frame: HTMLDivElement, count: number, height: number, index: number): boolean {
  const heading = frame.scrollHeight - count * height;
  return index * height >= frame.scrollTop && heading + (index + 1) * height <= frame.scrollTop + frame.clientHeight + 1;
}
