import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMemo, useState } from 'react';
import { StateGraph } from '../../graph/StateGraph.tsx';
import { graphNotes, graphStatuses, lastVisits } from '../../history/graphStatuses.ts';
import { IterationChooser } from './IterationChooser.tsx';
import { mapsToChooseFrom } from './mapsToChooseFrom.ts';
import { selectedStep } from './selectedStep.ts';
import type { ShownExecution } from './shownExecution.ts';
import type { ExecutionView } from './useExecution.ts';
import type { Look, LookedAt } from './useExecutionAddress.ts';

interface Props {
  view: ExecutionView;
  shown: ShownExecution;
  at: LookedAt;
  look: Look;
}

/** The graph of the machine in the colours of what has become of each state; inside a Map those of one iteration, which can be chosen. */
export function GraphView({ view, shown, at, look }: Props) {
  const [chosen, setChosen] = useState<ReadonlyMap<string, number>>(new Map());
  const visits = useMemo(() => lastVisits(shown.history, chosen), [shown, chosen]);
  const statuses = useMemo(() => graphStatuses(visits), [visits]);
  const notes = useMemo(() => graphNotes(visits), [visits]);
  const selected = at.state ?? selectedStep(shown.history, at)?.name ?? null;
  return (
    <SpaceBetween size="s">
      {mapsToChooseFrom(visits).map(map => (
        <IterationChooser key={map.name} map={map} chosen={chosen} onChoose={index => setChosen(new Map(chosen).set(map.name, index))} />
      ))}
      <StateGraph
        definition={view.definition}
        statuses={statuses}
        notes={notes}
        selected={selected}
        onSelect={name => {
          const step = name === null ? undefined : visits.get(name);
          // In an iteration that very visit is meant; elsewhere the last one, whichever that will be.
          look({ state: name ?? undefined, step: step?.scope.child === undefined ? undefined : step.id, event: undefined });
        }}
        name={view.name}
        height={520}
      />
    </SpaceBetween>
  );
}
