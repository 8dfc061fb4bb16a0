import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useState } from 'react';

/** The height of a line until one has been measured. */
const guessedHeight = 33;

/** Lines drawn beyond what is in sight, above and below. */
const beyond = 12;

/** Which lines of a long table are to be drawn, and how much room the others take up. All lines are of one height, which the first one drawn tells. */
export function useWindow(count: number) {
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

  const lines = virtualizer.getVirtualItems();
  const first = lines[0]?.index ?? 0;
  const last = (lines.at(-1)?.index ?? -1) + 1;
  return { frame: setFrame, content: setContent, above: lines[0]?.start ?? 0, below: virtualizer.getTotalSize() - (lines.at(-1)?.end ?? 0), first, last };
}
