// Reads lists through the paginators of @aws-sdk/client-sfn, two items a page. Prints what was in them as one JSON object.
// Usage: node paging.mjs ENDPOINT STATE_MACHINE EXECUTION
import { SFNClient, paginateGetExecutionHistory, paginateListExecutions, paginateListStateMachines } from '@aws-sdk/client-sfn';

const [endpoint, stateMachineArn, executionArn] = process.argv.slice(2);
const client = new SFNClient({ endpoint, region: 'us-east-1' });

const pagesOf = async (paginator, items) => {
  const pages = [];
  for await (const page of paginator) pages.push(page[items]);
  return pages;
};

const executions = await pagesOf(paginateListExecutions({ client, pageSize: 2 }, { stateMachineArn }), 'executions');
const history = await pagesOf(paginateGetExecutionHistory({ client, pageSize: 2 }, { executionArn }), 'events');
const machines = await pagesOf(paginateListStateMachines({ client, pageSize: 2 }, {}), 'stateMachines');

console.log(JSON.stringify({
  executions: [executions.flat().map((found) => found.name).sort(), executions.map((page) => page.length)],
  events: history.map((page) => page.map((event) => event.id)),
  machineIsListedOnce: machines.flat().filter((found) => found.stateMachineArn === stateMachineArn).length === 1,
}));
