import Container from '@cloudscape-design/components/container';
import Tabs from '@cloudscape-design/components/tabs';
import { useState, type ReactNode } from 'react';
import { variablesOf } from '../../history/variables.ts';
import { DataPair } from './DataPair.tsx';
import { JsonBlock } from '../../editor/JsonBlock.tsx';
import type { SeenExecution } from './liveHistory.ts';
import type { ShownExecution } from './shownExecution.ts';
import { SummaryDetails } from './SummaryDetails.tsx';
import type { ExecutionView } from './useExecution.ts';
import type { Look } from './useExecutionAddress.ts';
import { VariablesTable } from './VariablesTable.tsx';

interface Props {
  view: ExecutionView;
  seen: SeenExecution;
  shown: ShownExecution;
  look: Look;
}

/** What there is to know about the execution as a whole. */
export function SummaryCard({ view, seen, shown, look }: Props) {
  const [tab, setTab] = useState('details');
  const { history } = shown;
  return (
    <Container disableContentPaddings>
      <Tabs
        activeTabId={tab}
        onChange={({ detail }) => setTab(detail.activeTabId)}
        ariaLabel="About the execution"
        tabs={[
          { id: 'details', label: 'Details', content: <Padded><SummaryDetails view={view} seen={seen} shown={shown} look={look} /></Padded> },
          {
            id: 'data',
            label: 'Input and output',
            content: (
              <Padded>
                <DataPair input={history.input ?? view.input} output={history.output} noOutput={history.outcome === 'RUNNING' ? 'The execution has not ended.' : 'An execution that did not succeed has no output.'} />
              </Padded>
            ),
          },
          { id: 'definition', label: 'Definition', content: <Padded><JsonBlock value={view.definition} label="Definition as it was when the execution began" height={400} /></Padded> },
          {
            id: 'variables',
            label: 'Variables',
            content: (
              <Padded>
                <VariablesTable variables={variablesOf(history.root)} />
              </Padded>
            ),
          },
        ]}
      />
    </Container>
  );
}

function Padded({ children }: { children: ReactNode }) {
  return <div className="execution-tab">{children}</div>;
}
