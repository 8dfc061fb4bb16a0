import { createContext } from 'react';
import { noFaults, type FieldFaults } from '../../tasks/fieldFaults.ts';
import type { Entered } from './drafts.ts';

/** What the fields of a form share: what is entered, and what the API said of it. */
export interface SubmissionForm {
  entered: Entered;
  enter: (pointer: string, text: string) => void;
  faults: FieldFaults;
}

export const SubmissionFormContext = createContext<SubmissionForm>({ entered: {}, enter: () => undefined, faults: noFaults });
