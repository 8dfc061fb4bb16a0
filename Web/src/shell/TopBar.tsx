import TopNavigation from '@cloudscape-design/components/top-navigation';
import { useMe } from '../api/permissions.ts';
import { useSignOut } from './useSignOut.ts';
import { useFollow } from './useFollow.ts';
import { useTheme } from './useTheme.ts';

/** The bar across the top: the product's name, how it looks, and who is signed in. */
export function TopBar() {
  const { choice, choose } = useTheme();
  const { data: me } = useMe();
  const signOut = useSignOut();
  const follow = useFollow();

  return (
    <div id="top">
      <TopNavigation
        identity={{ href: '/', title: 'Task orchestration', onFollow: follow }}
        utilities={[
          {
            type: 'menu-dropdown',
            text: 'Theme',
            iconName: 'settings',
            ariaLabel: 'Theme',
            items: [
              { id: 'light', text: 'Light', itemType: 'checkbox', checked: choice === 'light' },
              { id: 'dark', text: 'Dark', itemType: 'checkbox', checked: choice === 'dark' },
              { id: 'system', text: 'As the system says', itemType: 'checkbox', checked: choice === 'system' },
            ],
            onItemClick: ({ detail }) => choose(detail.id === 'light' || detail.id === 'dark' ? detail.id : 'system'),
          },
          ...(me === undefined
            ? []
            : [
                {
                  type: 'menu-dropdown' as const,
                  text: me.name,
                  description: me.roles.join(', '),
                  iconName: 'user-profile' as const,
                  items: me.signedIn === 'session' ? [{ id: 'sign-out', text: 'Sign out' }] : [{ id: 'sign-in', text: 'Sign in', href: '/sign-in' }],
                  onItemFollow: follow,
                  onItemClick: ({ detail }: { detail: { id: string } }) => {
                    if (detail.id === 'sign-out') {
                      signOut();
                    }
                  },
                },
              ]),
        ]}
      />
    </div>
  );
}
