import { content, rest } from '../../api/rest.ts';

/** The portable bundle of an execution, letter for letter as the server wrote it. */
export function fetchBundle(executionArn: string): Promise<Blob> {
  return content(rest.GET('/api/v1/executions/{arn}/bundle', { params: { path: { arn: executionArn } }, parseAs: 'blob' }));
}
