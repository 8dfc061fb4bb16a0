// Calls more often than the server lets it, one after the other with retries, and at once without. Prints what came of it as one JSON object.
// Usage: node throttled.mjs ENDPOINT
import { ListStateMachinesCommand, SFNClient } from '@aws-sdk/client-sfn';

const [endpoint] = process.argv.slice(2);

const refusals = async (maxAttempts, calls, atOnce) => {
  const sfn = new SFNClient({ endpoint, region: 'us-east-1', maxAttempts });
  const refused = new Set();
  const call = async () => {
    try {
      await sfn.send(new ListStateMachinesCommand({}));
    } catch (error) {
      refused.add(`${error.name} ${error.$metadata.httpStatusCode}`);
    }
  };

  for (let begun = 0; begun < calls; begun += atOnce) {
    await Promise.all(Array.from({ length: atOnce }, call));
  }

  return [...refused].sort();
};

console.log(JSON.stringify({ refusedWithRetries: await refusals(12, 12, 1), refusedWithout: await refusals(1, 24, 24) }));
