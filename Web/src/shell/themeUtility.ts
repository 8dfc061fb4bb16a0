import type { TopNavigationProps } from '@cloudscape-design/components/top-navigation';
import type { Theme } from './useTheme.ts';

/** The menu in the top bar by which one chooses how the console looks. */
export function themeUtility({ choice, choose }: Theme): TopNavigationProps.MenuDropdownUtility {
  return {
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
  };
}
