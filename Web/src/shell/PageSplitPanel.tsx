import { useContext, useEffect, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { PageSlotsContext } from './pageSlots.ts';

interface Props {
  header: string;
  children: ReactNode;
}

/** Shows something in the shell's split panel for as long as it is drawn, and opens the panel when it comes. */
export function PageSplitPanel({ header, children }: Props) {
  const { setPanel, setPanelOpen, panelHost } = useContext(PageSlotsContext);

  useEffect(() => {
    setPanelOpen(true);
    return () => setPanel(null);
  }, [setPanel, setPanelOpen]);

  useEffect(() => setPanel(header), [setPanel, header]);

  return panelHost === null ? null : createPortal(children, panelHost);
}
