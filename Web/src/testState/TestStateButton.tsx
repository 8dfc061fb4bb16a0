import { useState } from 'react';
import { MayButton } from '../shell/MayButton.tsx';
import { emptyTest, type TestDraft } from './testDraft.ts';
import { TestStateDialog } from './TestStateDialog.tsx';
import { testedState } from './testedState.ts';

interface Props {
  readonly definition: string;
  /** The state that is selected; null where none is. */
  readonly stateName: string | null;
  /** What the form begins with, beyond an empty one. */
  readonly begin: () => Partial<TestDraft>;
}

/** Tests the selected state of a definition. What was filled in for a state stays while the page does, so that one can change the definition and test again. */
export function TestStateButton({ definition, stateName, begin }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [drafts, setDrafts] = useState<ReadonlyMap<string, TestDraft>>(new Map());
  return (
    <>
      <MayButton operation="states:TestState" onClick={() => setOpen(true)} {...(stateName === null ? { disabled: true, disabledReason: 'Choose a state in the graph first.' } : {})}>
        Test state
      </MayButton>
      {isOpen && stateName !== null && (
        <TestStateDialog
          definition={definition}
          stateName={stateName}
          draft={drafts.get(stateName) ?? firstDraft(definition, stateName, begin())}
          onDraft={(draft) => setDrafts(new Map(drafts).set(stateName, draft))}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

/** A state that cannot be tested without a mock begins with one: of a Parallel or Map that is a list. */
function firstDraft(definition: string, stateName: string, begin: Partial<TestDraft>): TestDraft {
  const { type, needsMock } = testedState(definition, stateName);
  return { ...emptyTest, ...(needsMock ? { mock: 'result', result: type === 'Task' ? '{}' : '[]' } : {}), ...begin };
}
