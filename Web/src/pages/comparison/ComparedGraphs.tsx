import ColumnLayout from '@cloudscape-design/components/column-layout';
import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Header from '@cloudscape-design/components/header';
import { useMemo } from 'react';
import { StateGraph } from '../../graph/StateGraph.tsx';
import type { FirstDifference } from '../../history/comparison.ts';
import { graphNotes, graphStatuses, lastVisits } from '../../history/graphStatuses.ts';
import type { ComparedExecution } from './useComparedExecution.ts';

interface Props {
  left: ComparedExecution;
  right: ComparedExecution;
  first: FirstDifference | undefined;
}

const noneChosen: ReadonlyMap<string, number> = new Map();

/** Both graphs in their colours; the state of the first difference is selected in each. */
export function ComparedGraphs({ left, right, first }: Props) {
  const selected = first?.line?.left?.name ?? first?.line?.right?.name ?? null;
  return (
    <ExpandableSection headerText="Graphs" variant="container" defaultExpanded>
      <ColumnLayout columns={2} minColumnWidth={300}>
        <OneGraph side="Left" of={left} selected={selected} />
        <OneGraph side="Right" of={right} selected={selected} />
      </ColumnLayout>
    </ExpandableSection>
  );
}

function OneGraph({ side, of: { view, history }, selected }: { side: string; of: ComparedExecution; selected: string | null }) {
  const visits = useMemo(() => lastVisits(history, noneChosen), [history]);
  return (
    <Container header={<Header variant="h3">{side}</Header>}>
      <StateGraph definition={view.definition} statuses={graphStatuses(visits)} notes={graphNotes(visits)} selected={selected} name={view.name} height={420} />
    </Container>
  );
}
