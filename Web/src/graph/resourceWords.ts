import { textOf } from '../api/json.ts';
import { objectIn } from './looseJson.ts';
import type { LooseObject } from './looseJson.ts';

/** What a state calls, in a few words: `lambda: invoke orderPlacement`. Empty for a state that calls nothing. */
export function resourceWords(state: LooseObject): string {
  const resource = textOf(state, 'Resource');
  if (resource === undefined) {
    return '';
  }

  const integration = /^arn:[^:]*:states:[^:]*:[^:]*:(?:aws-sdk:)?([^:]+):([^.]+)/u.exec(resource);
  if (integration === null) {
    return lastPart(resource);
  }

  const [, service = '', action = ''] = integration;
  const called = functionOf(state);
  return called === '' ? `${service}: ${action}` : `${service}: ${called}`;
}

function functionOf(state: LooseObject): string {
  const given = { ...objectIn(state, 'Parameters'), ...objectIn(state, 'Arguments') };
  return lastPart(textOf(given, 'FunctionName') ?? '');
}

function lastPart(arn: string): string {
  return arn.replace(/:\$LATEST$/u, '').split(':').at(-1) ?? '';
}
