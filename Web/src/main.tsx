import './shell/global.css';
import I18nProvider from '@cloudscape-design/components/i18n';
import messages from '@cloudscape-design/components/i18n/messages/all.en';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { newQueryClient } from './api/queryClient.ts';
import { routes } from './routes.tsx';
import { NotificationsProvider } from './shell/NotificationsProvider.tsx';
import { ThemeProvider } from './shell/ThemeProvider.tsx';

const root = document.getElementById('root');
if (root === null) {
  throw new Error('The page has no element with the id root to show the console in.');
}

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={newQueryClient()}>
      <I18nProvider locale="en" messages={[messages]}>
        <ThemeProvider>
          <NotificationsProvider>
            <RouterProvider router={createBrowserRouter(routes)} />
          </NotificationsProvider>
        </ThemeProvider>
      </I18nProvider>
    </QueryClientProvider>
  </StrictMode>,
);
