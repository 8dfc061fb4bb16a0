import { useRouteError } from 'react-router';
import { Page } from './Page.tsx';
import { ProblemNotice } from './ProblemNotice.tsx';

/** What stands in place of a page that failed. */
export function PageFailure() {
  const error = useRouteError();
  return (
    <Page title="This page failed">
      <ProblemNotice error={error} header="The page cannot be shown" onRetry={() => window.location.reload()} />
    </Page>
  );
}
