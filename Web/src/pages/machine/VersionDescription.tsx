import { useVersion } from './useVersion.ts';

interface Props {
  readonly name: string;
  readonly arn: string;
}

/** What whoever published a version said about it. */
export function VersionDescription({ name, arn }: Props) {
  const { data } = useVersion(name, arn);
  const description = data?.description ?? '';
  return description === '' ? '-' : description;
}
