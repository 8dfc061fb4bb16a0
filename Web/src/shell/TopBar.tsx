import TopNavigation, { type TopNavigationProps } from '@cloudscape-design/components/top-navigation';
import { useMe } from '../api/permissions.ts';
import { themeUtility } from './themeUtility.ts';
import { useFollow } from './useFollow.ts';
import { useSignOut } from './useSignOut.ts';
import { useTheme } from './useTheme.ts';

/** The bar across the top: the product's name, how it looks, and who is signed in. */
export function TopBar() {
  const theme = useTheme();
  const { data: me } = useMe();
  const signOut = useSignOut();
  const follow = useFollow();

  const caller: TopNavigationProps.Utility[] =
    me === undefined
      ? []
      : [
          {
            type: 'menu-dropdown',
            text: me.name,
            description: me.roles.length === 0 ? 'no role' : me.roles.join(', '),
            iconName: 'user-profile',
            items: me.signedIn === 'session' ? [{ id: 'sign-out', text: 'Sign out' }] : [{ id: 'sign-in', text: 'Sign in', href: '/sign-in' }],
            onItemFollow: follow,
            onItemClick: ({ detail }) => (detail.id === 'sign-out' ? signOut() : undefined),
          },
        ];

  return (
    <div id="top">
      <TopNavigation identity={{ href: '/', title: 'Task orchestration', onFollow: follow }} utilities={[themeUtility(theme), ...caller]} />
    </div>
  );
}
