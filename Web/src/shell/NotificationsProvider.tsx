import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { freshId } from '../api/freshId.ts';
import { NotificationsContext, type Notice } from './useNotify.ts';

const successStaysFor = 8_000;

export function NotificationsProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<(Notice & { id: string })[]>([]);

  const dismiss = useCallback((id: string) => setShown((notices) => notices.filter((notice) => notice.id !== id)), []);

  const notify = useCallback(
    (notice: Notice) => {
      const id = freshId();
      setShown((notices) => [{ ...notice, id }, ...notices]);
      if (notice.type === 'success') {
        setTimeout(() => dismiss(id), successStaysFor);
      }
    },
    [dismiss],
  );

  const notifications = useMemo(() => ({ shown, notify, dismiss }), [shown, notify, dismiss]);
  return <NotificationsContext value={notifications}>{children}</NotificationsContext>;
}
