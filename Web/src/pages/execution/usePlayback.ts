import { useEffect, useState } from 'react';

/** The whole of an execution plays in about this time, but no fact is shown for longer than a second or shorter than a twelfth of one. */
const wholeMilliseconds = 20_000;

/** Goes through the facts one after the other while it plays; from the first one where it starts at the last. */
export function usePlayback(at: number, last: number, go: (index: number) => void) {
  const [isWanted, setPlaying] = useState(false);
  const [fromStart, setFromStart] = useState(false);
  const isPlaying = isWanted && (at < last || fromStart);

  useEffect(() => {
    if (!isPlaying) {
      return undefined;
    }

    const pause = Math.min(Math.max(wholeMilliseconds / Math.max(last, 1), 80), 1000);
    const timer = window.setTimeout(() => {
      setFromStart(false);
      go(fromStart ? 0 : at + 1);
    }, fromStart ? 0 : pause);
    return () => window.clearTimeout(timer);
  }, [isPlaying, fromStart, at, last, go]);

  return {
    isPlaying,
    setPlaying: (wanted: boolean) => {
      setPlaying(wanted);
      setFromStart(wanted && at >= last);
    },
  };
}
