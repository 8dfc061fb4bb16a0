import Link, { type LinkProps } from '@cloudscape-design/components/link';
import { useFollow } from './useFollow.ts';

/** A link to another page of the console. */
export function RouterLink(link: LinkProps & { href: string }) {
  return <Link {...link} onFollow={useFollow()} />;
}
