import { useCallback, useState } from 'react';
import { parsed } from '../api/json.ts';

/**
 * A state that this browser keeps. A browser that keeps nothing (private windows) forgets it with the page.
 * @param read Makes the state of what was kept, which may be anything: undefined when nothing was.
 */
export function useStored<T>(key: string, read: (kept: unknown) => T): [T, (value: T) => void] {
  const [value, setValue] = useState(() => read(kept(key)));
  const store = useCallback(
    (next: T) => {
      setValue(next);
      try {
        localStorage.setItem(key, JSON.stringify(next));
      } catch {
        return;
      }
    },
    [key],
  );
  return [value, store];
}

function kept(key: string): unknown {
  try {
    return parsed(localStorage.getItem(key) ?? '');
  } catch {
    return undefined;
  }
}
