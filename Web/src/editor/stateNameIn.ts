/** The name of the innermost state on a path into a definition; null outside every state. */
export function stateNameIn(path: readonly (string | number)[]): string | null {
  const at = path.lastIndexOf('States');
  const name = at < 0 ? undefined : path[at + 1];
  return typeof name === 'string' ? name : null;
}
