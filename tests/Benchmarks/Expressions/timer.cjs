// Measures expressions under the JavaScript implementation, as OwnTimer.cs does under ours: node timer.cjs CASES RESULTS.
'use strict';

const fs = require('fs');
const { isDeepStrictEqual } = require('util');
const jsonata = require('jsonata');

const ROUND = 8e6; // nanoseconds
const ROUNDS = 3;

function evaluation(one) {
  const expression = jsonata(one.text);
  return () => expression.evaluate(one.input, one.bindings);
}

function whole(one) {
  return () => jsonata(one.text).evaluate(one.input, one.bindings);
}

// The seconds of one call in the best of several rounds, after one to warm up, which also says how many calls make a round.
async function best(action, rounds) {
  let calls = 0;
  let start = process.hrtime.bigint();
  do {
    await action();
    calls++;
  } while (Number(process.hrtime.bigint() - start) < ROUND);

  let seconds = Infinity;
  for (let round = 0; round < rounds; round++) {
    start = process.hrtime.bigint();
    for (let call = 0; call < calls; call++) {
      await action();
    }

    seconds = Math.min(seconds, Number(process.hrtime.bigint() - start) / 1e9 / calls);
  }

  return seconds;
}

async function isRight(one) {
  try {
    const value = await evaluation(one)();
    return isDeepStrictEqual(JSON.parse(JSON.stringify(value)), one.expected);
  } catch {
    return false;
  }
}

async function main() {
  const [, , casesFile, resultsFile] = process.argv;
  const right = [];
  for (const one of JSON.parse(fs.readFileSync(casesFile, 'utf8'))) {
    if (await isRight(one)) {
      right.push(one);
    }
  }

  for (const one of right) {
    await best(whole(one), 1);
    await best(evaluation(one), 1);
  }

  const costs = {};
  for (const one of right) {
    costs[one.id] = { evaluation: await best(evaluation(one), ROUNDS), whole: await best(whole(one), ROUNDS) };
  }

  fs.writeFileSync(resultsFile, JSON.stringify(costs));
}

main();
