import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { isRecord } from '../api/json.ts';

/**
 * A state that the page's entry in the browser's history keeps: who comes back to the page finds it as it was left.
 * @param read Makes the state of what was kept, which may be of another release: undefined when nothing was.
 */
export function useEntryState<T>(key: string, read: (kept: unknown) => T): [T, (value: T) => void] {
  const location = useLocation();
  const navigate = useNavigate();
  const entry: unknown = location.state;
  const kept = isRecord(entry) ? entry : {};
  // Where the address is changed in place, its entry keeps nothing.
  const [latest, setLatest] = useState(() => read(undefined));
  const keep = (value: T) => {
    setLatest(value);
    void navigate({ search: location.search }, { replace: true, state: { ...kept, [key]: value } });
  };
  return [key in kept ? read(kept[key]) : latest, keep];
}
