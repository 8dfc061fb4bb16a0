import Box from '@cloudscape-design/components/box';
import { useLocation } from 'react-router';
import { Page } from '../../shell/Page.tsx';
import { RouterLink } from '../../shell/RouterLink.tsx';

/** What stands at an address that the console does not have. */
export function NotFoundPage() {
  const { pathname } = useLocation();
  return (
    <Page title="There is no such page">
      <Box>
        Nothing is at <code>{pathname}</code>. Go to the <RouterLink href="/">dashboard</RouterLink> or to the <RouterLink href="/machines">state machines</RouterLink>.
      </Box>
    </Page>
  );
}
