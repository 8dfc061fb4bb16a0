import type { SideNavigationProps } from '@cloudscape-design/components/side-navigation';

/** The console's pages, as the side shows them. */
export const navigation: SideNavigationProps.Item[] = [
  { type: 'link', text: 'Dashboard', href: '/' },
  {
    type: 'section-group',
    title: 'Workflows',
    items: [
      { type: 'link', text: 'State machines', href: '/machines' },
      { type: 'link', text: 'Activities', href: '/activities' },
      { type: 'link', text: 'Schedules', href: '/schedules' },
    ],
  },
  {
    type: 'section-group',
    title: 'Work',
    items: [
      { type: 'link', text: 'Tasks', href: '/tasks' },
      { type: 'link', text: 'Orders', href: '/orders' },
      { type: 'link', text: 'Exports', href: '/exports' },
    ],
  },
  {
    type: 'section-group',
    title: 'Operations',
    items: [
      { type: 'link', text: 'Alerts', href: '/alerts' },
      { type: 'link', text: 'Event subscriptions', href: '/event-subscriptions' },
      { type: 'link', text: 'Audit log', href: '/audit' },
      { type: 'link', text: 'API keys', href: '/keys' },
    ],
  },
];

/** Where a page is at home whose address does not begin with that of its list. */
const homes: Readonly<Record<string, string>> = { executions: '/machines', bundle: '/machines', 'new-machine': '/machines', 'new-schedule': '/schedules' };

/** The link of the side that a page belongs to: executions and bundles belong to the state machines, and a task's page to the tasks. */
export function activeHref(path: string): string {
  const first = path.split('/')[1] ?? '';
  return homes[first] ?? `/${first}`;
}
