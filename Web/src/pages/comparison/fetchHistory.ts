import { stepFunctions } from '../../api/stepFunctions.ts';
import { ExecutionHistory } from '../../history/executionHistory.ts';

const pageSize = 1000;

/** The whole history of an execution as it is now. */
export async function fetchHistory(executionArn: string, signal: AbortSignal): Promise<ExecutionHistory> {
  const history = new ExecutionHistory();
  let nextToken: string | undefined;
  do {
    const page = await stepFunctions('GetExecutionHistory', { executionArn, maxResults: pageSize, ...(nextToken === undefined ? {} : { nextToken }) }, signal);
    history.append(page.events);
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
  return history;
}
