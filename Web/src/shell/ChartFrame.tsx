import type { ReactNode } from 'react';

/** Keeps a chart as wide as its axis needs: one that is drawn in next to no room, as while a page is laid out, asks for bars of less than no width. */
export function ChartFrame({ children }: { children: ReactNode }) {
  return <div className="chart-frame">{children}</div>;
}
