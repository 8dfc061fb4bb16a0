import AppLayoutToolbar from '@cloudscape-design/components/app-layout-toolbar';
import BreadcrumbGroup from '@cloudscape-design/components/breadcrumb-group';
import SplitPanel from '@cloudscape-design/components/split-panel';
import { useMemo, useState } from 'react';
import { Outlet } from 'react-router';
import { Navigation } from './Navigation.tsx';
import { Notifications } from './Notifications.tsx';
import { PageSlotsContext, type Crumb } from './pageSlots.ts';
import { TopBar } from './TopBar.tsx';
import { useFollow } from './useFollow.ts';
import { useNavigationOpen } from './useNavigationOpen.ts';
import { useSignInGate } from './useSignInGate.ts';

/** What is around every page: bar, navigation, breadcrumbs, messages, split panel. Who is not signed in is sent to the sign-in page. */
export function App() {
  const mayEnter = useSignInGate();
  const [crumbs, setCrumbs] = useState<readonly Crumb[]>([]);
  const [panel, setPanel] = useState<string | null>(null);
  const [panelOpen, setPanelOpen] = useState(false);
  const [panelPosition, setPanelPosition] = useState<'side' | 'bottom'>('side');
  const [panelHost, setPanelHost] = useState<HTMLElement | null>(null);
  const [navigationOpen, setNavigationOpen] = useNavigationOpen();
  const follow = useFollow();

  const slots = useMemo(() => ({ setCrumbs, setPanel, panelHost, panelOpen, setPanelOpen }), [panelHost, panelOpen]);

  if (!mayEnter) {
    return null;
  }
  return (
    <PageSlotsContext value={slots}>
      <TopBar />
      <AppLayoutToolbar
        headerSelector="#top"
        navigation={<Navigation />}
        navigationOpen={navigationOpen}
        onNavigationChange={({ detail }) => setNavigationOpen(detail.open)}
        breadcrumbs={<BreadcrumbGroup items={[{ text: 'Task orchestration', href: '/' }, ...crumbs]} onFollow={follow} />}
        notifications={<Notifications />}
        stickyNotifications
        toolsHide
        splitPanel={
          panel === null ? undefined : (
            <SplitPanel header={panel}>
              <div ref={setPanelHost} />
            </SplitPanel>
          )
        }
        splitPanelOpen={panelOpen}
        splitPanelPreferences={{ position: panelPosition }}
        onSplitPanelPreferencesChange={({ detail }) => setPanelPosition(detail.position)}
        onSplitPanelToggle={({ detail }) => setPanelOpen(detail.open)}
        content={<Outlet />}
      />
    </PageSlotsContext>
  );
}
