import type { RouteObject } from 'react-router';
import { NotFoundPage } from './pages/notFound/NotFoundPage.tsx';
import { App } from './shell/App.tsx';
import { PageFailure } from './shell/PageFailure.tsx';

/** Every page, by its address. Each is its own chunk and is fetched when first opened. */
const pages: RouteObject[] = [
  { index: true, lazy: async () => ({ Component: (await import('./pages/dashboard/DashboardPage.tsx')).DashboardPage }) },
  { path: 'machines', lazy: async () => ({ Component: (await import('./pages/machines/MachinesPage.tsx')).MachinesPage }) },
  { path: 'new-machine', lazy: async () => ({ Component: (await import('./pages/machineEditor/NewMachinePage.tsx')).NewMachinePage }) },
  { path: 'machines/:name', lazy: async () => ({ Component: (await import('./pages/machine/MachinePage.tsx')).MachinePage }) },
  { path: 'machines/:name/edit', lazy: async () => ({ Component: (await import('./pages/machineEditor/EditMachinePage.tsx')).EditMachinePage }) },
  { path: 'activities', lazy: async () => ({ Component: (await import('./pages/activities/ActivitiesPage.tsx')).ActivitiesPage }) },
  { path: 'activities/:name', lazy: async () => ({ Component: (await import('./pages/activities/ActivityPage.tsx')).ActivityPage }) },
  { path: 'bundle', lazy: async () => ({ Component: (await import('./pages/execution/pages.ts')).BundlePage }) },
  { path: 'executions/:arn', lazy: async () => ({ Component: (await import('./pages/execution/pages.ts')).ExecutionPage }) },
  { path: 'executions/:arn/compare/:other', lazy: async () => ({ Component: (await import('./pages/comparison/ComparisonPage.tsx')).ComparisonPage }) },
  { path: 'tasks', lazy: async () => ({ Component: (await import('./pages/tasks/TasksPage.tsx')).TasksPage }) },
  { path: 'tasks/new/:kind', lazy: async () => ({ Component: (await import('./pages/newTask/NewTaskPage.tsx')).NewTaskPage }) },
  { path: 'tasks/:id', lazy: async () => ({ Component: (await import('./pages/task/TaskPage.tsx')).TaskPage }) },
  { path: 'exports', lazy: async () => ({ Component: (await import('./pages/exports/ExportsPage.tsx')).ExportsPage }) },
  { path: 'orders', lazy: async () => ({ Component: (await import('./pages/orders/OrdersPage.tsx')).OrdersPage }) },
  { path: 'orders/:id', lazy: async () => ({ Component: (await import('./pages/orders/OrderPage.tsx')).OrderPage }) },
  { path: 'transactions/:id', lazy: async () => ({ Component: (await import('./pages/orders/TransactionPage.tsx')).TransactionPage }) },
  { path: 'schedules', lazy: async () => ({ Component: (await import('./pages/schedules/SchedulesPage.tsx')).SchedulesPage }) },
  { path: 'new-schedule', lazy: async () => ({ Component: (await import('./pages/schedules/NewSchedulePage.tsx')).NewSchedulePage }) },
  { path: 'schedules/:name', lazy: async () => ({ Component: (await import('./pages/schedules/SchedulePage.tsx')).SchedulePage }) },
  { path: 'schedules/:name/edit', lazy: async () => ({ Component: (await import('./pages/schedules/EditSchedulePage.tsx')).EditSchedulePage }) },
  { path: 'alerts', lazy: async () => ({ Component: (await import('./pages/alerts/AlertsPage.tsx')).AlertsPage }) },
  { path: 'event-subscriptions', lazy: async () => ({ Component: (await import('./pages/subscriptions/pages.ts')).SubscriptionsPage }) },
  { path: 'event-subscriptions/:name', lazy: async () => ({ Component: (await import('./pages/subscriptions/pages.ts')).SubscriptionPage }) },
  { path: 'audit', lazy: async () => ({ Component: (await import('./pages/audit/AuditPage.tsx')).AuditPage }) },
  { path: 'keys', lazy: async () => ({ Component: (await import('./pages/keys/KeysPage.tsx')).KeysPage }) },
];

export const routes: RouteObject[] = [
  { path: '/sign-in', errorElement: <PageFailure />, HydrateFallback, lazy: async () => ({ Component: (await import('./pages/signIn/SignInPage.tsx')).SignInPage }) },
  {
    path: '/',
    element: <App />,
    HydrateFallback,
    errorElement: <PageFailure />,
    // A page that fails leaves the rest of the console standing.
    children: [{ errorElement: <PageFailure />, children: [...pages, { path: '*', element: <NotFoundPage /> }] }],
  },
];

function HydrateFallback() {
  return null;
}
