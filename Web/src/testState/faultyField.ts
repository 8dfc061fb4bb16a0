import { ApiFailure } from '../api/failure.ts';

/** A field of the form, by the name that the API has for it; `mock` is the choice whether there is one. */
export type TestField =
  | 'input'
  | 'roleArn'
  | 'variables'
  | 'context'
  | 'mock'
  | 'mock.result'
  | 'mock.errorOutput.error'
  | 'mock.errorOutput.cause'
  | 'stateConfiguration.retrierRetryCount'
  | 'stateConfiguration.mapIterationFailureCount'
  | 'stateConfiguration.mapItemReaderData'
  | 'revealSecrets';

const named: readonly TestField[] = [
  'mock.result',
  'mock.errorOutput.error',
  'mock.errorOutput.cause',
  'stateConfiguration.retrierRetryCount',
  'stateConfiguration.mapIterationFailureCount',
  'stateConfiguration.mapItemReaderData',
  'input',
  'roleArn',
  'variables',
  'context',
  'revealSecrets',
];

/** AWS's refusals that speak of a field in words of their own, each with the field it belongs to. */
const spokenOf: readonly (readonly [RegExp, TestField])[] = [
  [/^RoleArn must|^Invalid (?:Role )?Arn/iu, 'roleArn'],
  [/Context object/u, 'context'],
  [/^revealSecrets/u, 'revealSecrets'],
  [/iteration ?failure ?count/iu, 'stateConfiguration.mapIterationFailureCount'],
  [/^Mocked result|^Mock result/u, 'mock.result'],
  [/when a mock is|^TestState API does not support|should have (?:only )?one of the following fields/u, 'mock'],
];

/** The field that a refusal is about; undefined where it is about none, as when the definition has errors. */
export function faultyField(failure: unknown): TestField | undefined {
  if (!(failure instanceof ApiFailure)) {
    return undefined;
  }

  switch (failure.code) {
    case 'InvalidExecutionInput':
      return 'input';
    case 'InvalidArn':
      return 'roleArn';
    default: {
      const spoken = spokenOf.find(([words]) => words.test(failure.message))?.[1];
      return failure.code === 'ValidationException' ? (named.find((field) => failure.message.includes(`at '${field}'`)) ?? spoken) : spoken;
    }
  }
}
