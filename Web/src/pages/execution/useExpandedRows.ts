import { useState } from 'react';
import { rowsInside, type StepRow } from './stepRows.ts';

/** A step with more inside it than this stays closed until it is opened. */
const mostAtFirst = 10;

/** Which lines of the tree are open, and how many lines each shows. Small ones are open from the beginning. */
export function useExpandedRows(insideAtATime: number) {
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const [more, setMore] = useState<ReadonlyMap<string, number>>(new Map());
  const shownInside = (row: StepRow) => more.get(row.key) ?? insideAtATime;
  return {
    isExpanded: (row: StepRow) => (rowsInside(row).length <= mostAtFirst) !== toggled.has(row.key),
    toggle: (row: StepRow) => {
      const next = new Set(toggled);
      if (!next.delete(row.key)) {
        next.add(row.key);
      }

      setToggled(next);
    },
    shownInside,
    showMore: (row: StepRow) => setMore(new Map(more).set(row.key, shownInside(row) + insideAtATime)),
  };
}
