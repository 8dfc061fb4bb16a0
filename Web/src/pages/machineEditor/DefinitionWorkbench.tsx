import Grid from '@cloudscape-design/components/grid';
import { useMemo, useState } from 'react';
import { parsed } from '../../api/json.ts';
import type { StateMachineType } from '../../api/wire/machines.ts';
import { AslEditor } from '../../editor/AslEditor.tsx';
import type { TextProblem } from '../../editor/problemMarks.ts';
import { StateGraph } from '../../graph/StateGraph.tsx';
import { statesOf } from '../../graph/statesOf.ts';
import { TestStateButton } from '../../testState/TestStateButton.tsx';
import { checkDefinition } from './checkDefinition.ts';
import { useSettled } from './useSettled.ts';

interface DefinitionWorkbenchProps {
  readonly name: string;
  readonly type: StateMachineType;
  readonly role: string;
  readonly definition: string;
  readonly onChange: (definition: string) => void;
  readonly onProblems: (problems: readonly TextProblem[], isChecked: boolean) => void;
}

const height = 'max(420px, calc(100vh - 340px))';
const pause = 200;

/** A definition beside its graph, which follows the typing. A state chosen in the one is shown in the other. */
export function DefinitionWorkbench({ name, type, role, definition, onChange, onProblems }: DefinitionWorkbenchProps) {
  const [selected, setSelected] = useState<string | null>(null);
  const check = useMemo(() => checkDefinition(type), [type]);
  const drawn = useSettled(definition, pause);
  const chosen = useMemo(() => (selected === null ? undefined : statesOf(parsed(drawn)).get(selected)), [drawn, selected]);

  return (
    <Grid gridDefinition={[{ colspan: { default: 12, m: 6 } }, { colspan: { default: 12, m: 6 } }]}>
      <AslEditor
        key={type}
        label="Definition in the Amazon States Language"
        value={definition}
        onChange={onChange}
        check={check}
        onProblems={onProblems}
        shown={chosen?.pointer ?? null}
        onState={setSelected}
        height={height}
      />
      <StateGraph
        definition={drawn}
        name={name === '' ? 'the new state machine' : name}
        selected={selected}
        onSelect={setSelected}
        height={height}
        actions={<TestStateButton definition={definition} stateName={chosen?.name ?? null} begin={() => ({ roleArn: role })} />}
      />
    </Grid>
  );
}
