import { expect, it } from 'vitest';
import { ApiFailure } from '../../src/api/failure.ts';
import { faultyField } from '../../src/testState/faultyField.ts';

const fieldOf = (code: string, message: string) => faultyField(new ApiFailure(message, 400, code));

it('finds the field in the words of each refusal', () => {
  expect(fieldOf('InvalidExecutionInput', "Invalid State Machine Execution Input: 'x'")).toBe('input');
  expect(fieldOf('InvalidArn', "Invalid Role Arn: 'x'")).toBe('roleArn');
  expect(fieldOf('ValidationException', 'RoleArn must be specified when testing a Task state')).toBe('roleArn');
  expect(fieldOf('ValidationException', "Invalid JSON at 'mock.result': x")).toBe('mock.result');
  expect(fieldOf('ValidationException', 'Mock result schema validation error: x')).toBe('mock.result');
  expect(fieldOf('ValidationException', "Expected a JSON object at 'variables', found another kind of value: array")).toBe('variables');
  expect(fieldOf('ValidationException', "Invalid Context object provided: Field 'Executions' is not allowed")).toBe('context');
  expect(fieldOf('ValidationException', "1 validation error detected: Value at 'mock.errorOutput.error' failed to satisfy constraint: x")).toBe('mock.errorOutput.error');
  expect(fieldOf('ValidationException', 'Map iteration failure count must be less than or equal to the number of Map iterations')).toBe('stateConfiguration.mapIterationFailureCount');
  expect(fieldOf('InvalidDefinition', 'TestState API does not support Map or Parallel states.')).toBe('mock');
});

it('puts what is about no field under none', () => {
  expect(fieldOf('InvalidDefinition', "Invalid State Machine Definition: 'x'")).toBeUndefined();
  expect(faultyField(new TypeError('input'))).toBeUndefined();
  expect(faultyField(null)).toBeUndefined();
});
