import { useCallback, useState, useSyncExternalStore } from 'react';

/** Below this width Cloudscape lays the navigation over the page. */
const narrow = '(max-width: 688px)';

/**
 * Whether the navigation is open. The layout closes it when the window becomes narrow and tells of that as if somebody had done it: so what holds in a
 * narrow window is kept apart from what holds in a wide one.
 */
export function useNavigationOpen(): [boolean, (isOpen: boolean) => void] {
  const [open, setOpen] = useState({ narrow: false, wide: true });
  const isNarrow = useSyncExternalStore(onWidth, isNarrowNow);
  const change = useCallback((isOpen: boolean) => setOpen((before) => ({ ...before, [isNarrowNow() ? 'narrow' : 'wide']: isOpen })), []);
  return [isNarrow ? open.narrow : open.wide, change];
}

function isNarrowNow(): boolean {
  return window.matchMedia(narrow).matches;
}

function onWidth(changed: () => void): () => void {
  const query = window.matchMedia(narrow);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}
