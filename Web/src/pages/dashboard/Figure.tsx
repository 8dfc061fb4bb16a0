import { RouterLink } from '../../shell/RouterLink.tsx';

interface Props {
  value: string;
  /** The list that the figure counts. */
  href: string;
  /** What it counts, for those who hear the page. */
  label: string;
}

/** A figure that leads to what it counts. */
export function Figure({ value, href, label }: Props) {
  return (
    <RouterLink variant="awsui-value-large" href={href} ariaLabel={`${label}: ${value}`}>
      {value}
    </RouterLink>
  );
}
