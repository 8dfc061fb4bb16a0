/** Definitions to begin with. */
export interface Starter {
  readonly id: string;
  readonly name: string;
  readonly says: string;
  readonly definition: string;
}

function starter(id: string, name: string, says: string, definition: object): Starter {
  return { id, name, says, definition: `${JSON.stringify(definition, null, 2)}\n` };
}

export const starters: readonly Starter[] = [
  starter('hello', 'Hello world', 'One state that greets.', {
    Comment: 'Greets whoever is named in the input.',
    QueryLanguage: 'JSONata',
    StartAt: 'Greet',
    States: { Greet: { Type: 'Pass', Output: { greeting: "{% 'Hello, ' & $states.input.name & '!' %}" }, End: true } },
  }),
  starter('choice', 'Choice and wait', 'Decides by the input, waits, succeeds or fails.', {
    StartAt: 'Is it large?',
    States: {
      'Is it large?': { Type: 'Choice', Choices: [{ Variable: '$.amount', NumericGreaterThan: 1000, Next: 'Too large' }], Default: 'Wait a moment' },
      'Wait a moment': { Type: 'Wait', Seconds: 5, Next: 'Done' },
      'Too large': { Type: 'Fail', Error: 'TooLarge', Cause: 'The amount is above 1000.' },
      Done: { Type: 'Succeed' },
    },
  }),
  starter('parallel', 'Parallel and Map', 'Two branches at once, one of them over a list.', {
    StartAt: 'Both at once',
    States: {
      'Both at once': {
        Type: 'Parallel',
        Branches: [
          { StartAt: 'Note the time', States: { 'Note the time': { Type: 'Pass', Parameters: { 'at.$': '$$.State.EnteredTime' }, End: true } } },
          {
            StartAt: 'Each item',
            States: {
              'Each item': {
                Type: 'Map',
                ItemsPath: '$.items',
                ItemProcessor: { ProcessorConfig: { Mode: 'INLINE' }, StartAt: 'Pause', States: { Pause: { Type: 'Wait', Seconds: 2, End: true } } },
                End: true,
              },
            },
          },
        ],
        End: true,
      },
    },
  }),
  starter('task', 'Task with retry and catch', 'Calls a function, tries again, and clears up when that did not help.', {
    StartAt: 'Call the function',
    States: {
      'Call the function': {
        Type: 'Task',
        Resource: 'arn:aws:states:::lambda:invoke',
        Parameters: { FunctionName: 'myFunction', 'Payload.$': '$' },
        OutputPath: '$.Payload',
        TimeoutSeconds: 60,
        Retry: [{ ErrorEquals: ['Lambda.TooManyRequestsException', 'States.Timeout'], IntervalSeconds: 2, BackoffRate: 2, MaxAttempts: 3 }],
        Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.failure', Next: 'Clear up' }],
        End: true,
      },
      'Clear up': { Type: 'Pass', Next: 'Not done' },
      'Not done': { Type: 'Fail', Error: 'NotDone', Cause: 'The function could not be called.' },
    },
  }),
];

export const defaultRole = 'arn:aws:iam::123456789012:role/taskorch';
