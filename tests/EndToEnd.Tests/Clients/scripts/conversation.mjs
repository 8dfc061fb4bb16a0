// One conversation with the server through @aws-sdk/client-sfn. Prints what was observed as one JSON object.
// Usage: node conversation.mjs ENDPOINT NAME
import {
  SFNClient, CreateStateMachineCommand, DeleteStateMachineCommand, DescribeExecutionCommand, GetExecutionHistoryCommand,
  ListExecutionsCommand, ListStateMachinesCommand, RedriveExecutionCommand, StartExecutionCommand, StartSyncExecutionCommand, StopExecutionCommand,
  UpdateStateMachineCommand,
} from '@aws-sdk/client-sfn';

const [endpoint, name] = process.argv.slice(2);
const sfn = new SFNClient({
  endpoint,
  region: 'us-east-1',
  credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
  // StartSyncExecution would otherwise call sync-127.0.0.1, which is nowhere.
  disableHostPrefix: true,
});

const roleArn = 'arn:aws:iam::123456789012:role/any';
const greeting = (text) => JSON.stringify({ StartAt: 'Greet', States: { Greet: { Type: 'Pass', Parameters: { 'text.$': `States.Format('${text} {}', $.name)` }, End: true } } });
const pause = JSON.stringify({ StartAt: 'Pause', States: { Pause: { Type: 'Wait', Seconds: 3600, End: true } } });

const errorOf = async (command) => {
  try {
    await sfn.send(command);
    return null;
  } catch (error) {
    return error.name;
  }
};

const ended = async (executionArn) => {
  for (;;) {
    const execution = await sfn.send(new DescribeExecutionCommand({ executionArn }));
    if (execution.status !== 'RUNNING') {
      return execution;
    }

    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

const { stateMachineArn } = await sfn.send(new CreateStateMachineCommand({ name, definition: greeting('Hello'), roleArn }));
const first = await sfn.send(new StartExecutionCommand({ stateMachineArn, name: 'first', input: '{"name":"Ada"}' }));
const execution = await ended(first.executionArn);
const history = await sfn.send(new GetExecutionHistoryCommand({ executionArn: first.executionArn }));
const again = await sfn.send(new StartExecutionCommand({ stateMachineArn, name: 'unnamed', input: '{"name":"Bob"}' }));
await ended(again.executionArn);

const express = await sfn.send(new CreateStateMachineCommand({ name: `${name}-express`, type: 'EXPRESS', definition: greeting('Hi'), roleArn }));
const synchronous = await sfn.send(new StartSyncExecutionCommand({ stateMachineArn: express.stateMachineArn, input: '{"name":"Eve"}' }));

const waiting = await sfn.send(new CreateStateMachineCommand({ name: `${name}-waiting`, definition: pause, roleArn }));
const long = await sfn.send(new StartExecutionCommand({ stateMachineArn: waiting.stateMachineArn }));
await sfn.send(new StopExecutionCommand({ executionArn: long.executionArn, error: 'Enough', cause: 'waited long enough' }));
const stopped = await ended(long.executionArn);
const redrive = new RedriveExecutionCommand({ executionArn: long.executionArn, clientToken: 'once' });
const { redriveDate } = await sfn.send(redrive);
const redriven = await sfn.send(new DescribeExecutionCommand({ executionArn: long.executionArn }));
const repeated = await sfn.send(redrive);
const listed = await sfn.send(new ListExecutionsCommand({ stateMachineArn: waiting.stateMachineArn, redriveFilter: 'REDRIVEN' }));
const redrivenHistory = await sfn.send(new GetExecutionHistoryCommand({ executionArn: long.executionArn }));

await sfn.send(new UpdateStateMachineCommand({ stateMachineArn, definition: greeting('Good day') }));
const afterUpdate = await ended((await sfn.send(new StartExecutionCommand({ stateMachineArn, input: '{"name":"Ada"}' }))).executionArn);
const succeeded = await sfn.send(new ListExecutionsCommand({ stateMachineArn, statusFilter: 'SUCCEEDED' }));
const machines = await sfn.send(new ListStateMachinesCommand({}));

const observed = {
  status: execution.status,
  output: execution.output,
  startDateIsADate: execution.startDate instanceof Date,
  history: history.events.map((event) => event.type),
  synchronousStatus: synchronous.status,
  synchronousOutput: synchronous.output,
  stoppedStatus: stopped.status,
  stoppedError: stopped.error,
  stoppedCause: stopped.cause,
  stoppedRedriveStatus: stopped.redriveStatus,
  redrivenStatus: redriven.status,
  redriveCounts: [redriven.redriveCount, ...listed.executions.map((found) => found.redriveCount)],
  redriveDatesAreOne: [redriven.redriveDate, repeated.redriveDate, listed.executions[0].redriveDate].every((date) => date.getTime() === redriveDate.getTime()),
  redrivenHistory: redrivenHistory.events.map((event) => event.type),
  outputAfterUpdate: afterUpdate.output,
  succeededExecutions: succeeded.executions.length,
  seedWorkflows: machines.stateMachines.map((machine) => machine.name).filter((machine) => ['OrderProcessing', 'TransactionProcessor'].includes(machine)).sort(),
  errors: [
    await errorOf(new StartExecutionCommand({ stateMachineArn, name: 'first', input: '{"name":"Other"}' })),
    await errorOf(new DescribeExecutionCommand({ executionArn: `${first.executionArn}-not-there` })),
    await errorOf(new StartExecutionCommand({ stateMachineArn: `${stateMachineArn}-not-there` })),
    await errorOf(new CreateStateMachineCommand({ name: `${name}-broken`, definition: '{"StartAt":"Nowhere","States":{}}', roleArn })),
    await errorOf(new CreateStateMachineCommand({ name, definition: pause, roleArn })),
    await errorOf(new StartExecutionCommand({ stateMachineArn, input: 'not JSON' })),
    await errorOf(new RedriveExecutionCommand({ executionArn: first.executionArn })),
    await errorOf(new CreateStateMachineCommand({ name: 'not a name', definition: pause, roleArn })),
  ],
};

await sfn.send(new StopExecutionCommand({ executionArn: long.executionArn }));
for (const machine of [stateMachineArn, express.stateMachineArn, waiting.stateMachineArn]) {
  await sfn.send(new DeleteStateMachineCommand({ stateMachineArn: machine }));
}

console.log(JSON.stringify(observed));
