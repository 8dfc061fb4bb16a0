import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMemo } from 'react';
import { compareExecutions, firstDifference } from '../../history/comparison.ts';
import { ComparedGraphs } from './ComparedGraphs.tsx';
import { ComparedSteps } from './ComparedSteps.tsx';
import { ComparedSummaries } from './ComparedSummaries.tsx';
import { FirstDifferenceNotice } from './FirstDifferenceNotice.tsx';
import type { ComparedExecution } from './useComparedExecution.ts';

interface Props {
  left: ComparedExecution;
  right: ComparedExecution;
}

/** What the two have in common and where they part: in words, as graphs, step by step. */
export function Comparison({ left, right }: Props) {
  const lines = useMemo(() => compareExecutions(left.history, right.history), [left, right]);
  const first = useMemo(() => firstDifference(left.history, right.history, lines), [left, right, lines]);
  return (
    <SpaceBetween size="l">
      <FirstDifferenceNotice first={first} />
      <ComparedSummaries left={left} right={right} />
      <ComparedGraphs left={left} right={right} first={first} />
      <ComparedSteps left={left} right={right} lines={lines} first={first} />
    </SpaceBetween>
  );
}
