/** What a field takes: decides what completion writes after its name, and what it offers as the value. */
export type FieldValue = 'text' | 'number' | 'flag' | 'object' | 'list' | 'any' | 'state' | readonly string[];

/** The objects that a definition is made of. */
export type ObjectKind =
  | 'machine'
  | 'branch'
  | 'processor'
  | 'processorConfig'
  | 'state'
  | 'rule'
  | 'condition'
  | 'retrier'
  | 'catcher'
  | 'itemReader'
  | 'readerConfig'
  | 'itemBatcher'
  | 'resultWriter'
  | 'writerConfig';

export interface Field {
  readonly name: string;
  readonly value: FieldValue;
  readonly says: string;
  /** The one query language that has the field. */
  readonly only?: 'JSONPath' | 'JSONata';
}

export const stateTypes: readonly string[] = ['Task', 'Pass', 'Choice', 'Wait', 'Succeed', 'Fail', 'Parallel', 'Map'];

const queryLanguages = ['JSONPath', 'JSONata'];

function field(name: string, value: FieldValue, says: string, only?: 'JSONPath' | 'JSONata'): Field {
  return only === undefined ? { name, value, says } : { name, value, says, only };
}

const comment = field('Comment', 'text', 'Words for people.');
const queryLanguage = field('QueryLanguage', queryLanguages, 'How data is asked for: JSONPath unless said otherwise.');
const next = [field('Next', 'state', 'The state that follows.'), field('End', 'flag', 'true: this state ends the machine, branch or iteration.')];
const assign = field('Assign', 'object', 'Variables to set.');
const inputPath = field('InputPath', 'text', 'The part of the input that the state sees.', 'JSONPath');
const outputPath = field('OutputPath', 'text', 'The part that is handed on.', 'JSONPath');
const output = field('Output', 'any', 'What the state hands on.', 'JSONata');
const resultFields = [
  field('ResultSelector', 'object', 'The result, made anew.', 'JSONPath'),
  field('ResultPath', 'text', 'Where in the input the result goes; null drops it.', 'JSONPath'),
];
const parameters = [field('Parameters', 'object', 'The input, made anew.', 'JSONPath'), field('Arguments', 'object', 'What is handed over.', 'JSONata')];
const errors = [
  field('Retry', 'list', 'What to try again, and how often.'),
  field('Catch', 'list', 'Where to go after an error.'),
];

const flow = [inputPath, outputPath, output];

const fieldsOfType: Readonly<Record<string, readonly Field[]>> = {
  Task: [
    field('Resource', 'text', 'The ARN of what does the work.'),
    ...parameters,
    ...flow,
    ...resultFields,
    assign,
    field('TimeoutSeconds', 'number', 'The task fails with States.Timeout after so long.'),
    field('TimeoutSecondsPath', 'text', 'Where in the input the timeout stands.', 'JSONPath'),
    field('HeartbeatSeconds', 'number', 'The longest time between two heartbeats.'),
    field('HeartbeatSecondsPath', 'text', 'Where in the input that time stands.', 'JSONPath'),
    field('Credentials', 'object', 'The role to call the resource as.'),
    ...errors,
    ...next,
  ],
  Pass: [field('Result', 'any', 'What takes the place of the input.', 'JSONPath'), field('Parameters', 'object', 'The input, made anew.', 'JSONPath'), ...flow, field('ResultPath', 'text', 'Where in the input the result goes.', 'JSONPath'), assign, ...next],
  Choice: [field('Choices', 'list', 'The rules; the first that holds decides.'), field('Default', 'state', 'Where to go when no rule holds.'), ...flow, assign],
  Wait: [
    field('Seconds', 'number', 'How long to wait.'),
    field('Timestamp', 'text', 'Until when to wait.'),
    field('SecondsPath', 'text', 'Where in the input the seconds stand.', 'JSONPath'),
    field('TimestampPath', 'text', 'Where in the input the moment stands.', 'JSONPath'),
    ...flow,
    assign,
    ...next,
  ],
  Succeed: flow,
  Fail: [
    field('Error', 'text', 'The name of the error.'),
    field('Cause', 'text', 'What happened, for people.'),
    field('ErrorPath', 'text', 'Where in the input the name stands.', 'JSONPath'),
    field('CausePath', 'text', 'Where in the input the cause stands.', 'JSONPath'),
  ],
  Parallel: [field('Branches', 'list', 'What runs at the same time.'), ...parameters, ...flow, ...resultFields, assign, ...errors, ...next],
  Map: [
    field('ItemProcessor', 'object', 'What is done with every item.'),
    field('ItemsPath', 'text', 'Where in the input the items stand.', 'JSONPath'),
    field('Items', 'any', 'The items.', 'JSONata'),
    field('ItemSelector', 'object', "An iteration's input."),
    field('ItemReader', 'object', 'Where a distributed Map reads its items from.'),
    field('ItemBatcher', 'object', 'How many items go into one child execution.'),
    field('ResultWriter', 'object', 'Where the results are written.'),
    field('MaxConcurrency', 'number', 'How many iterations run at a time; 0: as many as there are.'),
    field('MaxConcurrencyPath', 'text', 'Where in the input that number stands.', 'JSONPath'),
    field('ToleratedFailureCount', 'number', 'How many items may fail.'),
    field('ToleratedFailureCountPath', 'text', 'Where in the input that number stands.', 'JSONPath'),
    field('ToleratedFailurePercentage', 'number', 'How many of a hundred items may fail.'),
    field('ToleratedFailurePercentagePath', 'text', 'Where in the input that number stands.', 'JSONPath'),
    field('Label', 'text', 'Goes into the names of the child executions.'),
    ...flow,
    ...resultFields,
    assign,
    ...errors,
    ...next,
  ],
};

const startAt = field('StartAt', 'state', 'The state that everything begins with.');
const states = field('States', 'object', 'The states by name.');
const comparisons = ['Equals', 'LessThan', 'GreaterThan', 'LessThanEquals', 'GreaterThanEquals'];
const operators: readonly Field[] = [
  ...['String', 'Numeric', 'Timestamp'].flatMap((type) =>
    comparisons.flatMap((comparison) => [
      field(`${type}${comparison}`, type === 'Numeric' ? 'number' : 'text', 'Compares with this value.', 'JSONPath'),
      field(`${type}${comparison}Path`, 'text', 'Compares with what stands there.', 'JSONPath'),
    ]),
  ),
  field('StringMatches', 'text', 'Compares with a pattern, in which * is anything.', 'JSONPath'),
  field('BooleanEquals', 'flag', 'Compares with true or false.', 'JSONPath'),
  field('BooleanEqualsPath', 'text', 'Compares with what stands there.', 'JSONPath'),
  ...['IsPresent', 'IsNull', 'IsString', 'IsNumeric', 'IsBoolean', 'IsTimestamp'].map((name) => field(name, 'flag', 'Asks what the variable is.', 'JSONPath')),
];
const conditions: readonly Field[] = [
  field('Variable', 'text', 'Path of what is compared.', 'JSONPath'),
  field('And', 'list', 'All of these hold.', 'JSONPath'),
  field('Or', 'list', 'One of these holds.', 'JSONPath'),
  field('Not', 'object', 'This does not hold.', 'JSONPath'),
  ...operators,
];

const fieldsOfKind: Readonly<Record<Exclude<ObjectKind, 'state'>, readonly Field[]>> = {
  machine: [comment, queryLanguage, startAt, states, field('TimeoutSeconds', 'number', 'How long an execution may take.'), field('Version', 'text', '1.0')],
  branch: [comment, startAt, states],
  processor: [comment, startAt, states, field('ProcessorConfig', 'object', 'INLINE or DISTRIBUTED.')],
  processorConfig: [
    field('Mode', ['INLINE', 'DISTRIBUTED'], 'Whether iterations are executions of their own.'),
    field('ExecutionType', ['STANDARD', 'EXPRESS'], 'The type of the child executions.'),
  ],
  rule: [field('Next', 'state', 'Where to go when this holds.'), comment, field('Condition', 'text', 'What must be true.', 'JSONata'), assign, output, ...conditions],
  condition: conditions,
  retrier: [
    field('ErrorEquals', 'list', 'The errors that this is for.'),
    field('IntervalSeconds', 'number', 'The wait before the first retry.'),
    field('MaxAttempts', 'number', 'How often to retry at most; 3 unless said otherwise.'),
    field('BackoffRate', 'number', 'By what the wait is multiplied each time.'),
    field('MaxDelaySeconds', 'number', 'The longest wait.'),
    field('JitterStrategy', ['FULL', 'NONE'], 'Whether the wait is spread by chance.'),
    comment,
  ],
  catcher: [
    field('ErrorEquals', 'list', 'The errors that this is for.'),
    field('Next', 'state', 'Where to go.'),
    field('ResultPath', 'text', 'Where in the input the error goes.', 'JSONPath'),
    output,
    assign,
    comment,
  ],
  itemReader: [field('Resource', 'text', 'What reads the items.'), field('ReaderConfig', 'object', 'Of what kind they are.'), ...parameters],
  readerConfig: [
    field('InputType', ['CSV', 'JSON', 'JSONL', 'MANIFEST', 'PARQUET'], 'What the file is.'),
    field('CSVHeaderLocation', ['FIRST_ROW', 'GIVEN'], 'Where the columns are named.'),
    field('CSVHeaders', 'list', 'The names of the columns.'),
    field('CSVDelimiter', ['COMMA', 'PIPE', 'SEMICOLON', 'SPACE', 'TAB'], 'What stands between two columns.'),
    field('MaxItems', 'number', 'How many items to read at most.'),
    field('ItemsPointer', 'text', 'JSON pointer of the items in the file.'),
    field('ManifestType', ['ATHENA_DATA', 'S3_INVENTORY'], 'What wrote the manifest.'),
    field('Transformation', ['NONE', 'LOAD_AND_FLATTEN'], 'Whether the listed files are read, too.'),
  ],
  itemBatcher: [
    field('MaxItemsPerBatch', 'number', 'How many items go into a batch at most.'),
    field('MaxInputBytesPerBatch', 'number', 'How large a batch is at most.'),
    field('BatchInput', 'object', 'What every batch gets besides.'),
  ],
  resultWriter: [field('Resource', 'text', 'What writes the results.'), field('WriterConfig', 'object', 'How they are written.'), ...parameters],
  writerConfig: [
    field('Transformation', ['NONE', 'COMPACT', 'FLATTEN'], 'What is left of each result.'),
    field('OutputType', ['JSON', 'JSONL'], 'The form of the files.'),
  ],
};

/** The fields that an object may have. A state without a type yet has those of all types that come first: the type itself. */
export function fieldsOf(kind: ObjectKind, stateType: string | undefined, language: 'JSONPath' | 'JSONata'): readonly Field[] {
  const all = kind === 'state' ? [field('Type', stateTypes, 'What the state does.'), comment, queryLanguage, ...(fieldsOfType[stateType ?? ''] ?? [])] : fieldsOfKind[kind];
  return all.filter(({ only }) => only === undefined || only === language);
}

/** What kind of object a field leads to, or the items of its list. */
export function kindWithin(kind: ObjectKind, name: string): ObjectKind | undefined {
  return insides[kind]?.[name];
}

const scopeInsides = { States: 'state' } as const;
const conditionInsides = { And: 'condition', Or: 'condition', Not: 'condition' } as const;
const insides: Readonly<Partial<Record<ObjectKind, Readonly<Record<string, ObjectKind>>>>> = {
  machine: scopeInsides,
  branch: scopeInsides,
  processor: { ...scopeInsides, ProcessorConfig: 'processorConfig' },
  state: {
    Choices: 'rule',
    Retry: 'retrier',
    Catch: 'catcher',
    Branches: 'branch',
    ItemProcessor: 'processor',
    Iterator: 'processor',
    ItemReader: 'itemReader',
    ItemBatcher: 'itemBatcher',
    ResultWriter: 'resultWriter',
  },
  rule: conditionInsides,
  condition: conditionInsides,
  itemReader: { ReaderConfig: 'readerConfig' },
  resultWriter: { WriterConfig: 'writerConfig' },
};

/** The errors that the language itself has. */
export const errorNames: readonly string[] = [
  'States.ALL',
  'States.TaskFailed',
  'States.Timeout',
  'States.HeartbeatTimeout',
  'States.Permissions',
  'States.Runtime',
  'States.DataLimitExceeded',
  'States.ExceedToleratedFailureThreshold',
  'States.ItemReaderFailed',
  'States.ResultWriterFailed',
  'States.NoChoiceMatched',
  'States.BranchFailed',
  'States.ParameterPathFailure',
  'States.QueryEvaluationError',
  'States.IntrinsicFailure',
  'States.ResultPathMatchFailure',
];

export const resources: readonly string[] = [
  'arn:aws:states:::lambda:invoke',
  'arn:aws:states:::lambda:invoke.waitForTaskToken',
  'arn:aws:states:::http:invoke',
  'arn:aws:states:::states:startExecution.sync:2',
  'arn:aws:states:::states:startExecution',
  'arn:aws:states:::sqs:sendMessage',
  'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
  'arn:aws:states:::sns:publish',
  'arn:aws:states:::events:putEvents',
  'arn:aws:states:::dynamodb:getItem',
  'arn:aws:states:::dynamodb:putItem',
  'arn:aws:states:::dynamodb:updateItem',
  'arn:aws:states:::dynamodb:deleteItem',
  'arn:aws:states:::s3:getObject',
  'arn:aws:states:::s3:listObjectsV2',
];
