/** What follows a state machine's name in an ARN: the number of a version or the name of an alias. Undefined where nothing does. */
export function qualifierOf(arn: string): string | undefined {
  return arn.split(':')[7];
}

/** In words which version or alias an ARN is of: `Version 3`, `Alias live`. */
export function qualifierWords(arn: string): string {
  const qualifier = qualifierOf(arn);
  if (qualifier === undefined) {
    return 'Current revision';
  }

  return /^\d+$/.test(qualifier) ? `Version ${qualifier}` : `Alias ${qualifier}`;
}

/** What an execution was started with: `Version 3`, or `Alias live, version 3`. */
export function startedWith(versionArn: string, aliasArn: string | null | undefined): string {
  const version = qualifierWords(versionArn);
  return aliasArn === null || aliasArn === undefined ? version : `${qualifierWords(aliasArn)}, ${version.toLowerCase()}`;
}
