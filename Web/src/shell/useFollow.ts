import type { NonCancelableCustomEvent } from '@cloudscape-design/components';
import { useCallback } from 'react';
import { useNavigate } from 'react-router';

interface Followed {
  href?: string | undefined;
  external?: boolean | undefined;
}

type FollowEvent = Pick<NonCancelableCustomEvent<Followed>, 'detail'> & { preventDefault(): void };

/** For `onFollow` of Cloudscape's links, breadcrumbs, navigation and buttons: opens pages of the console without loading it anew. */
export function useFollow(): (event: FollowEvent) => void {
  const navigate = useNavigate();
  return useCallback(
    (event) => {
      const { href, external } = event.detail;
      if (href?.startsWith('/') === true && external !== true) {
        event.preventDefault();
        void navigate(href);
      }
    },
    [navigate],
  );
}
