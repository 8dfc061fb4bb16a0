// Calls actions of the server through @aws-sdk/client-sfn, one for every line of standard input, and writes a line for each.
// A request is {"action": "StartExecution", "request": {...}}, an answer {"answer": {...}} or {"refusal": {...}}.
// Usage: node caller.mjs ENDPOINT
import { createInterface } from 'node:readline';
import * as sdk from '@aws-sdk/client-sfn';

const [endpoint] = process.argv.slice(2);
// StartSyncExecution and TestState would otherwise call sync-127.0.0.1, which is nowhere.
const sfn = new sdk.SFNClient({ endpoint, region: 'us-east-1', disableHostPrefix: true });

// A moment that the SDK did not take for one would be written as a number.
const plain = (value) => {
  if (value instanceof Date) return '<moment>';
  if (Array.isArray(value)) return value.map(plain);
  return value !== null && typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([name, member]) => [name, plain(member)])) : value;
};

const outcomeOf = async (action, request) => {
  try {
    const { $metadata, ...answer } = await sfn.send(new sdk[`${action}Command`](request));
    return { answer: plain(answer) };
  } catch (error) {
    if (!(error instanceof sdk.SFNServiceException)) throw error;
    const { name, message, $fault, $metadata, $retryable, $response, __type, ...members } = error;
    return { refusal: { name, message, isTyped: sdk[name] !== undefined && error instanceof sdk[name], members: plain(members) } };
  }
};

for await (const line of createInterface({ input: process.stdin })) {
  const { action, request } = JSON.parse(line);
  console.log(JSON.stringify(await outcomeOf(action, request)));
}
