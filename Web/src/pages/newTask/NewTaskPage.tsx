import { useParams } from 'react-router';
import { NotFoundPage } from '../notFound/NotFoundPage.tsx';
import { isSubmissionKind } from './drafts.ts';
import { NewTaskForm } from './NewTaskForm.tsx';

/** The page of a new order, purchase or refund. */
export function NewTaskPage() {
  const { kind = '' } = useParams();
  return isSubmissionKind(kind) ? <NewTaskForm kind={kind} /> : <NotFoundPage />;
}
