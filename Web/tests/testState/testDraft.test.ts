import { describe, expect, it } from 'vitest';
import { emptyTest, testRequest, whyNotTestable } from '../../src/testState/testDraft.ts';

const plain = { definition: '{}', stateName: 'Pay', inspectionLevel: 'DEBUG', input: '{}' };

describe('testRequest', () => {
  it('leaves out what was left empty', () => {
    expect(testRequest('{}', 'Pay', { ...emptyTest, input: ' ', retries: '3', failedIterations: '1' })).toEqual(plain);
  });

  it('has a mocked result with how closely it is looked at, and how many iterations failed', () => {
    expect(testRequest('{}', 'Pay', { ...emptyTest, mock: 'result', result: '[1]', validation: 'NONE', error: 'not sent', failedIterations: ' 1' })).toEqual({
      ...plain,
      mock: { result: '[1]', fieldValidationMode: 'NONE' },
      stateConfiguration: { mapIterationFailureCount: 1 },
    });
  });

  it('has a mocked error, an empty one too, with the retries so far', () => {
    expect(testRequest('{}', 'Pay', { ...emptyTest, mock: 'error', error: 'Oops', cause: 'why', retries: '2' })).toEqual({
      ...plain,
      mock: { errorOutput: { error: 'Oops', cause: 'why' } },
      stateConfiguration: { retrierRetryCount: 2 },
    });
    expect(testRequest('{}', 'Pay', { ...emptyTest, mock: 'error' }).mock).toEqual({ errorOutput: {} });
  });

  it('reveals secrets at the level TRACE alone', () => {
    expect(testRequest('{}', 'Pay', { ...emptyTest, revealsSecrets: true })).toEqual(plain);
    expect(testRequest('{}', 'Pay', { ...emptyTest, revealsSecrets: true, level: 'TRACE' })).toEqual({ ...plain, inspectionLevel: 'TRACE', revealSecrets: true });
  });

  it('has what is around the state', () => {
    const around = { roleArn: ' arn:aws:iam::123456789012:role/R ', variables: '{"a":1.0}', context: '{}', readerText: 'a\n1' };

    expect(testRequest('{}', 'Pay', { ...emptyTest, ...around })).toEqual({
      ...plain,
      roleArn: 'arn:aws:iam::123456789012:role/R',
      variables: '{"a":1.0}',
      context: '{}',
      stateConfiguration: { mapItemReaderData: 'a\n1' },
    });
  });
});

describe('whyNotTestable', () => {
  it('names the text that is not JSON, of those that are sent', () => {
    expect(whyNotTestable({ ...emptyTest, result: '{' })).toBeUndefined();
    expect(whyNotTestable({ ...emptyTest, mock: 'result', result: '{' })).toBe('The mocked result is not JSON.');
    expect(whyNotTestable({ ...emptyTest, input: 'x' })).toBe('The input is not JSON.');
    expect(whyNotTestable({ ...emptyTest, variables: 'x' })).toBe('The variables are not JSON.');
  });

  it('wants whole numbers', () => {
    expect(whyNotTestable({ ...emptyTest, retries: '1.5' })).toBe('A count is no whole number.');
    expect(whyNotTestable({ ...emptyTest, retries: ' 15 ' })).toBeUndefined();
  });
});
