import { groupedBy } from '../groupedBy.ts';
import type { Link, Part, Size } from './scopeParts.ts';

/** A way as it is laid out: from the upper state to the lower. */
export interface DownwardLink {
  readonly id: string;
  readonly upper: string;
  readonly lower: string;
  readonly label: Size | null;
  /** Whether the way itself leads upward, back to a state before it. */
  readonly isTurned: boolean;
}

/** The ways with those turned that lead back, so that no cycle is left but those from a state to itself. */
export function downward(parts: readonly Part[], links: readonly Link[]): readonly DownwardLink[] {
  const back = backLinks(parts, links);
  return links.map((link) =>
    back.has(link)
      ? { id: link.id, upper: link.to, lower: link.from, label: link.label, isTurned: true }
      : { id: link.id, upper: link.from, lower: link.to, label: link.label, isTurned: false },
  );
}

/** The ways that lead to a state on the very path that leads to them, going through the states depth first. Without recursion, for a path can be thousands of states long. */
function backLinks(parts: readonly Part[], links: readonly Link[]): ReadonlySet<Link> {
  const leaving = groupedBy(links, ({ from }) => from);
  const back = new Set<Link>();
  const seen = new Set<string>();
  const onPath = new Set<string>();

  for (const { id } of parts) {
    const path: { readonly id: string; next: number }[] = [];
    const enter = (state: string): void => {
      seen.add(state);
      onPath.add(state);
      path.push({ id: state, next: 0 });
    };

    if (!seen.has(id)) {
      enter(id);
    }

    for (let here = path.at(-1); here !== undefined; here = path.at(-1)) {
      const link = leaving.get(here.id)?.[here.next++];
      if (link === undefined) {
        onPath.delete(here.id);
        path.pop();
      } else if (onPath.has(link.to) && link.to !== here.id) {
        back.add(link);
      } else if (!seen.has(link.to)) {
        enter(link.to);
      }
    }
  }

  return back;
}
