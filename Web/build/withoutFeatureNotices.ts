import type { Plugin } from 'vite';

/**
 * Leaves out the drawer in which the AWS console tells what is new in it. The layout shows it only when a plugin of that console asks
 * for it, which nothing here does, but it would bring a library for dragging things to every page.
 */
export function withoutFeatureNotices(): Plugin {
  return {
    name: 'without-feature-notices',
    apply: 'build',
    enforce: 'pre',
    load: (id) => (id.endsWith('/app-layout/visual-refresh-toolbar/drawer/feature-notifications-drawer-content.js') ? 'export default () => null; export const RuntimeContentPart = () => null;' : null),
  };
}
