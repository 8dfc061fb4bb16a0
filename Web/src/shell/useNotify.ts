import { createContext, useContext, type ReactNode } from 'react';

/** A message above the page. Successes go away by themselves, the rest stays until it is dismissed. */
export interface Notice {
  type: 'success' | 'info' | 'warning' | 'error';
  header: string;
  content?: ReactNode;
  /** What went wrong, if something did: shown with the API's message and the request id. */
  error?: unknown;
}

export interface Notifications {
  shown: readonly (Notice & { id: string })[];
  notify: (notice: Notice) => void;
  dismiss: (id: string) => void;
}

export const NotificationsContext = createContext<Notifications>({ shown: [], notify: () => undefined, dismiss: () => undefined });

/** Shows a message above the page: `notify({ type: 'success', header: 'Execution started' })`. */
export function useNotify(): Notifications['notify'] {
  return useContext(NotificationsContext).notify;
}
