import TopNavigation from '@cloudscape-design/components/top-navigation';
import { useFollow } from './useFollow.ts';
import { useTheme } from './useTheme.ts';
import { themeUtility } from './themeUtility.ts';

/** The bar of a page that has nobody signed in: the product's name and how it looks. */
export function PlainBar() {
  return (
    <div id="top">
      <TopNavigation identity={{ href: '/', title: 'Task orchestration', onFollow: useFollow() }} utilities={[themeUtility(useTheme())]} />
    </div>
  );
}
