import { useCallback, useState } from 'react';

/** A choice that this browser remembers under a name; the default where it remembers none, or none that will do. */
export function useRemembered<T>(name: string, initial: T, isGood: (value: unknown) => value is T): [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => recall(name, isGood) ?? initial);
  const remember = useCallback(
    (next: T) => {
      setValue(next);
      try {
        window.localStorage.setItem(`taskorch.${name}`, JSON.stringify(next));
      } catch {
        // A browser that keeps nothing (private windows) shows the default next time: the choice holds for this visit.
        return;
      }
    },
    [name],
  );
  return [value, remember];
}

function recall<T>(name: string, isGood: (value: unknown) => value is T): T | undefined {
  try {
    const value: unknown = JSON.parse(window.localStorage.getItem(`taskorch.${name}`) ?? 'null');
    return isGood(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
