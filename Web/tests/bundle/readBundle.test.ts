import { describe, expect, it } from 'vitest';
import { readBundle } from '../../src/bundle/readBundle.ts';
import { entered, eventsOf, exited, started } from '../history/eventsOf.ts';

const good = {
  format: 'taskorch-execution',
  formatVersion: 1,
  exportedAt: '2026-03-01T12:00:03Z',
  execution: {
    executionArn: 'arn:aws:states:us-east-1:123456789012:execution:M:e',
    name: 'e',
    stateMachineArn: 'arn:aws:states:us-east-1:123456789012:stateMachine:M',
    stateMachineName: 'M',
    type: 'STANDARD',
    roleArn: 'arn:aws:iam::123456789012:role/R',
    definition: '{}',
    status: 'SUCCEEDED',
    startDate: '2026-03-01T12:00:00Z',
    input: '{}',
    eventCount: 4,
    nested: [],
    mapRuns: [],
  },
  facts: [{ index: 0, at: '2026-03-01T12:00:00Z', kind: 'started', lastEventId: 4 }],
  history: eventsOf(started, entered(0, 'Pass', 'It'), exited(2, 'Pass', 'It'), [3, 'ExecutionSucceeded', { output: '{"a":1}' }]),
};

const faultOf = (value: unknown) => {
  try {
    readBundle(typeof value === 'string' ? value : JSON.stringify(value));
    return 'none';
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : 'no error';
  }
};

describe('readBundle', () => {
  it('reads what the server exports, and what a later one adds to it', () => {
    const { execution, exportedAt, facts, history } = readBundle(JSON.stringify({ ...good, execution: { ...good.execution, colour: 'red' } }));

    expect([execution.name, exportedAt, facts.length]).toEqual(['e', good.exportedAt, 1]);
    expect([history.outcome, history.output, history.steps.map(({ name, status }) => `${name} ${status}`)]).toEqual(['SUCCEEDED', '{"a":1}', ['It succeeded']]);
  });

  it('passes over a byte-order mark at the beginning, and only there', () => {
    expect(readBundle(`\uFEFF${JSON.stringify(good)}`).execution.name).toBe('e');
    expect(faultOf(`\uFEFF\uFEFF${JSON.stringify(good)}`)).toBe('BundleFault: Expected the JSON of an exported execution, found text that is no JSON: Expected a value, found U+FEFF.');
  });

  it('says of another file what it is', () => {
    expect(faultOf('')).toBe('BundleFault: Expected the JSON of an exported execution, found an empty file.');
    expect(faultOf('hello')).toBe("BundleFault: Expected the JSON of an exported execution, found text that is no JSON: Expected a value, found 'h'.");
    expect(faultOf([1])).toBe('BundleFault: Expected the object of an exported execution at the top, found a list.');
    expect(faultOf({ events: [] })).toMatch(/found a history as GetExecutionHistory answers, without the definition\./u);
    expect(faultOf({ StartAt: 'A', States: {} })).toMatch(/found the definition of a state machine\./u);
    expect(faultOf({ ...good, format: 'zip' })).toMatch(/^BundleFault: Expected a file of the format taskorch-execution, found the format "zip"\./u);
    expect(faultOf({ ...good, formatVersion: 2 })).toMatch(/^BundleFault: Expected version 1 of the format, found 2\./u);
  });

  it('says where something is missing or of another kind', () => {
    expect(faultOf({ ...good, execution: { ...good.execution, name: { toString: 'x' } } })).toBe('BundleFault: Expected a text at /execution/name, found an object.');
    expect(faultOf({ ...good, execution: { ...good.execution, status: 'DONE' } })).toMatch(/^BundleFault: Expected one of RUNNING, .* at \/execution\/status, found "DONE"\.$/u);
    expect(faultOf({ ...good, facts: undefined })).toBe('BundleFault: Expected a list at /facts, found nothing.');
    expect(faultOf({ ...good, facts: [{ ...good.facts[0], at: 'soon' }] })).toBe('BundleFault: Expected a moment at /facts/0/at, found "soon".');
    expect(faultOf({ ...good, facts: [{ ...good.facts[0], index: 7 }] })).toBe('BundleFault: Expected fact 0 at /facts/0/index, found 7.');
    expect(faultOf({ ...good, history: [{ ...good.history[0], executionStartedEventDetails: { input: {} } }] })).toBe(
      'BundleFault: Expected a text at /history/0/executionStartedEventDetails/input, found an object.',
    );
  });

  it('wants the whole history', () => {
    expect(faultOf({ ...good, history: good.history.slice(1) })).toBe('BundleFault: Expected the whole history of an execution at /history. The history goes on with event 1, not with event 2.');
  });
});
