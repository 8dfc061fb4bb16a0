import Container from '@cloudscape-design/components/container';
import Grid from '@cloudscape-design/components/grid';
import Header from '@cloudscape-design/components/header';
import { useSearchParams } from 'react-router';
import { JsonView } from '../../editor/JsonView.tsx';
import { parsed } from '../../api/json.ts';
import { StateGraph } from '../../graph/StateGraph.tsx';
import { statesOf } from '../../graph/statesOf.ts';
import { TestStateButton } from '../../testState/TestStateButton.tsx';

interface MachineDefinitionProps {
  readonly name: string;
  readonly definition: string;
  readonly role: string;
}

const height = 560;

/** The definition as a graph and as text. A state that is chosen in the graph is shown by itself; which one is in the page's address. */
export function MachineDefinition({ name, definition, role }: MachineDefinitionProps) {
  const [address, setAddress] = useSearchParams();
  const selected = address.get('state');
  const state = selected === null ? undefined : statesOf(parsed(definition)).get(selected);

  const select = (chosen: string | null): void => {
    setAddress(
      (before) => {
        const changed = new URLSearchParams(before);
        changed.delete('state');
        if (chosen !== null) {
          changed.set('state', chosen);
        }

        return changed;
      },
      { replace: true },
    );
  };

  return (
    <Grid gridDefinition={[{ colspan: { default: 12, m: 7 } }, { colspan: { default: 12, m: 5 } }]}>
      <Container header={<Header variant="h2">Graph</Header>}>
        <StateGraph definition={definition} name={name} selected={selected} onSelect={select} height={height} />
      </Container>
      <Container
        header={
          <Header variant="h2" actions={<TestStateButton definition={definition} stateName={state?.name ?? null} begin={() => ({ roleArn: role })} />}>
            {state === undefined ? 'Definition' : `State ${state.name}`}
          </Header>
        }
      >
        {state === undefined ? (
          <JsonView label={`Definition of ${name}`} value={definition} height={height} />
        ) : (
          <JsonView key={state.name} label={`Definition of state ${state.name}`} value={JSON.stringify(state.state, null, 2)} height={height} />
        )}
      </Container>
    </Grid>
  );
}
