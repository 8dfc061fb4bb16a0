import { parsed } from '../api/json.ts';
import type { StateTest } from '../api/wire/testing.ts';

/** What stands in for a state's work: nothing, an answer, or an error. */
export type MockKind = 'none' | 'result' | 'error';

export type InspectionLevel = NonNullable<StateTest['inspectionLevel']>;

export type FieldValidation = 'STRICT' | 'PRESENT' | 'NONE';

/** The test of a state as a person fills it in. */
export interface TestDraft {
  readonly roleArn: string;
  readonly input: string;
  /** Left empty, the state sees no variables; the same for the context object, of which AWS then makes one up. */
  readonly variables: string;
  readonly context: string;
  readonly level: InspectionLevel;
  readonly revealsSecrets: boolean;
  readonly mock: MockKind;
  readonly result: string;
  readonly validation: FieldValidation;
  readonly error: string;
  readonly cause: string;
  /** Whole numbers, or empty. */
  readonly retries: string;
  readonly failedIterations: string;
  readonly readerText: string;
}

export const emptyTest: TestDraft = {
  roleArn: '',
  input: '{}',
  variables: '',
  context: '',
  level: 'DEBUG',
  revealsSecrets: false,
  mock: 'none',
  result: '{}',
  validation: 'STRICT',
  error: '',
  cause: '',
  retries: '',
  failedIterations: '',
  readerText: '',
};

/** The request that a draft stands for. What the kind of mock or the level has no use for is left out. */
export function testRequest(definition: string, stateName: string, draft: TestDraft): StateTest {
  return {
    definition,
    stateName,
    inspectionLevel: draft.level,
    input: isBlank(draft.input) ? '{}' : draft.input,
    ...(draft.level === 'TRACE' && draft.revealsSecrets ? { revealSecrets: true } : {}),
    ...(isBlank(draft.roleArn) ? {} : { roleArn: draft.roleArn.trim() }),
    ...(isBlank(draft.variables) ? {} : { variables: draft.variables }),
    ...(isBlank(draft.context) ? {} : { context: draft.context }),
    ...mockOf(draft),
    ...configurationOf(draft),
  };
}

/** Why a draft cannot be sent; undefined if it can. What the server would find wrong it is left to say. */
export function whyNotTestable(draft: TestDraft): string | undefined {
  const texts = { input: draft.input, 'mocked result': draft.mock === 'result' ? draft.result : '', variables: draft.variables, 'context object': draft.context };
  for (const [name, text] of Object.entries(texts)) {
    if (!isBlank(text) && parsed(text) === undefined) {
      return `The ${name} ${name === 'variables' ? 'are' : 'is'} not JSON.`;
    }
  }

  return isCount(draft.retries) && isCount(draft.failedIterations) ? undefined : 'A count is no whole number.';
}

/** Whether a text is empty or a whole number. */
export function isCount(text: string): boolean {
  return /^\s*\d{0,9}\s*$/u.test(text);
}

function mockOf({ mock, result, validation, error, cause }: TestDraft): Pick<StateTest, 'mock'> {
  switch (mock) {
    case 'none':
      return {};
    case 'result':
      return { mock: { result, ...(validation === 'STRICT' ? {} : { fieldValidationMode: validation }) } };
    case 'error':
      return { mock: { errorOutput: { ...(error === '' ? {} : { error }), ...(cause === '' ? {} : { cause }) } } };
  }
}

function configurationOf({ mock, retries, failedIterations, readerText }: TestDraft): Pick<StateTest, 'stateConfiguration'> {
  const configuration = {
    ...(mock !== 'error' || isBlank(retries) ? {} : { retrierRetryCount: Number(retries) }),
    ...(mock !== 'result' || isBlank(failedIterations) ? {} : { mapIterationFailureCount: Number(failedIterations) }),
    ...(readerText === '' ? {} : { mapItemReaderData: readerText }),
  };
  return Object.keys(configuration).length === 0 ? {} : { stateConfiguration: configuration };
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}
