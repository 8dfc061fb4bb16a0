import Flashbar from '@cloudscape-design/components/flashbar';
import { useContext } from 'react';
import { ProblemText } from './ProblemText.tsx';
import { NotificationsContext } from './useNotify.ts';

/** The messages above the page. */
export function Notifications() {
  const { shown, dismiss } = useContext(NotificationsContext);
  return (
    <Flashbar
      stackItems={shown.length > 3}
      items={shown.map((notice) => ({
        id: notice.id,
        type: notice.type,
        header: notice.header,
        content: notice.error === undefined ? notice.content : <ProblemText error={notice.error} />,
        dismissible: true,
        dismissLabel: 'Dismiss',
        onDismiss: () => dismiss(notice.id),
      }))}
    />
  );
}
