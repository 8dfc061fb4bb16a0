import type { Palette } from './picture.ts';
import type { StateStatus } from './stateStatus.ts';

/** The colours that graph.css gives to an element, in the theme that is on: the stylesheet is the one place where they are written. */
export function paletteOf(element: Element): Palette {
  const style = getComputedStyle(element);
  const colour = (name: string): string => style.getPropertyValue(`--graph-${name}`).trim();
  const pair = (status: StateStatus): { readonly fill: string; readonly stroke: string } => ({
    fill: colour(`${status}-fill`),
    stroke: colour(`${status}-stroke`),
  });
  return {
    background: colour('background'),
    text: colour('text'),
    faint: colour('faint'),
    edge: colour('edge'),
    group: colour('group'),
    statuses: {
      notStarted: pair('notStarted'),
      inProgress: pair('inProgress'),
      succeeded: pair('succeeded'),
      failed: pair('failed'),
      caughtError: pair('caughtError'),
      cancelled: pair('cancelled'),
    },
  };
}
