import type { ReactNode } from 'react';
import type { TestField } from './faultyField.ts';
import type { TestDraft } from './testDraft.ts';
import type { TestedState } from './testedState.ts';

/** What each part of the form is given. */
export interface DraftPartProps {
  readonly state: TestedState;
  readonly draft: TestDraft;
  readonly change: (change: Partial<TestDraft>) => void;
  /** What the server found wrong with a field. */
  readonly faultAt: (field: TestField) => ReactNode;
}
