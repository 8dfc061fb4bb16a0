// Runs the emulator until whoever started it closes the pipe to it, be it by being killed.
const { AsyncLocalStorage } = require('node:async_hooks');

process.stdin.on('end', () => process.exit(0));
process.stdin.on('error', () => process.exit(0));
process.stdin.resume();

// The service isolates its transactions. The emulator does not: all transactions under way share one list of what to take back, so that one which
// is refused takes back what another has done, and everybody can look into all of them. Here the table service does one thing at a time.
const inside = new AsyncLocalStorage();
let last = Promise.resolve();

function inTurn(work) {
  if (inside.getStore()) {
    return work();
  }

  const result = last.then(() => inside.run(true, work));
  last = result.catch(() => {});
  return result;
}

function takeTurns(prototype, names) {
  for (const name of names) {
    const original = prototype[name];
    if (typeof original !== 'function') {
      throw new Error(`Expected ${name} in this version of the emulator.`);
    }

    prototype[name] = function (...args) {
      return inTurn(() => original.apply(this, args));
    };
  }
}

takeTurns(require('azurite/dist/src/table/batch/TableBatchOrchestrator.js').default.prototype, ['submitRequestsToHandlers']);
takeTurns(require('azurite/dist/src/table/persistence/LokiTableMetadataStore.js').default.prototype, [
  'createTable', 'deleteTable', 'queryTable', 'getTable', 'insertTableEntity', 'insertOrUpdateTableEntity', 'insertOrMergeTableEntity',
  'deleteTableEntity', 'queryTableEntities', 'queryTableEntitiesWithPartitionAndRowKey',
]);

require('azurite/dist/src/azurite.js');
