import { useParams } from 'react-router';
import { nameIn } from './addresses.ts';

/** The name that the page's address has at a parameter, as `addressOf` has put it there. */
export function useNameInPath(parameter: string): string {
  return nameIn(useParams()[parameter] ?? '');
}
