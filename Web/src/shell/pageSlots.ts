import { createContext } from 'react';

/** One step of the way to a page. */
export interface Crumb {
  text: string;
  href: string;
}

/** Where a page puts what the shell shows around it. */
export interface PageSlots {
  setCrumbs: (crumbs: readonly Crumb[]) => void;
  /** Opens the split panel under this header, or takes it away. */
  setPanel: (header: string | null) => void;
  /** The element of the open split panel that a page may fill. */
  panelHost: HTMLElement | null;
  panelOpen: boolean;
  setPanelOpen: (open: boolean) => void;
}

export const PageSlotsContext = createContext<PageSlots>({
  setCrumbs: () => undefined,
  setPanel: () => undefined,
  panelHost: null,
  panelOpen: false,
  setPanelOpen: () => undefined,
});
