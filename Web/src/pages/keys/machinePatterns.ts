/** The machines that somebody has typed, as a request to make a key has them: without any, it does not mention machines. */
export function machinePatterns(typed: string): { machines?: string[] } {
  const patterns = typed.split(/[\s,]+/).filter((pattern) => pattern !== '');
  return patterns.length === 0 ? {} : { machines: patterns };
}
