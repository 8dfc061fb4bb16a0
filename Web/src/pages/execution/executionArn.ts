/** What an ARN of an execution says. Undefined for what is none. */
export interface ExecutionArn {
  readonly isExpress: boolean;
  readonly machine: string;
  readonly name: string;
}

export function readExecutionArn(arn: string): ExecutionArn | undefined {
  const [, machine, name] = /^arn:[^:]+:states:[^:]*:[^:]*:execution:([^:]+):(.+)$/u.exec(arn) ?? [];
  if (machine !== undefined && name !== undefined) {
    return { isExpress: false, machine, name };
  }

  const [, expressMachine, expressName] = /^arn:[^:]+:states:[^:]*:[^:]*:express:([^:]+):(.+)$/u.exec(arn) ?? [];
  return expressMachine === undefined || expressName === undefined ? undefined : { isExpress: true, machine: expressMachine, name: expressName };
}
