import SideNavigation from '@cloudscape-design/components/side-navigation';
import { useLocation } from 'react-router';
import { activeHref, navigation } from './navigation.ts';
import { useFollow } from './useFollow.ts';

/** The pages of the console, at the side. */
export function Navigation() {
  const { pathname } = useLocation();
  return <SideNavigation activeHref={activeHref(pathname)} items={navigation} onFollow={useFollow()} />;
}
