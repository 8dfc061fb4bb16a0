// Calls more often than the server lets it, once with retries and once without. Prints what came of it as one JSON object.
// Usage: node throttled.mjs ENDPOINT
import { ListStateMachinesCommand, SFNClient } from '@aws-sdk/client-sfn';

const [endpoint] = process.argv.slice(2);

const refusals = async (maxAttempts) => {
  const sfn = new SFNClient({ endpoint, region: 'us-east-1', maxAttempts });
  const refused = new Set();
  for (let call = 0; call < 12; call++) {
    try {
      await sfn.send(new ListStateMachinesCommand({}));
    } catch (error) {
      refused.add(`${error.name} ${error.$metadata.httpStatusCode}`);
    }
  }

  return [...refused].sort();
};

console.log(JSON.stringify({ refusedWithRetries: await refusals(12), refusedWithout: await refusals(1) }));
