import { isRecord, textOf } from '../api/json.ts';
import { listIn } from './looseJson.ts';
import type { LooseObject } from './looseJson.ts';

const signs: readonly (readonly [suffix: string, sign: string])[] = [
  ['GreaterThanEquals', '≥'],
  ['LessThanEquals', '≤'],
  ['GreaterThan', '>'],
  ['LessThan', '<'],
  ['Matches', 'matches'],
  ['Equals', '='],
];

/** A rule of a Choice state in a few words: its comment, or its condition (`$.total > 100`). */
export function conditionWords(rule: unknown): string {
  if (!isRecord(rule)) {
    return '';
  }

  return textOf(rule, 'Comment') ?? jsonataWords(rule) ?? comparisonWords(rule);
}

function jsonataWords(rule: LooseObject): string | undefined {
  const condition = rule.Condition;
  if (typeof condition === 'boolean') {
    return String(condition);
  }

  return typeof condition === 'string' ? condition.replace(/^\{%\s*|\s*%\}$/gu, '') : undefined;
}

function comparisonWords(rule: LooseObject): string {
  if ('Not' in rule) {
    return `not (${innerWords(rule.Not)})`;
  }

  for (const [field, word] of [['And', ' and '], ['Or', ' or ']] as const) {
    if (field in rule) {
      return listIn(rule, field).map(innerWords).join(word);
    }
  }

  const variable = textOf(rule, 'Variable') ?? '';
  const operator = Object.keys(rule).find((field) => field !== 'Variable' && field !== 'Next' && field !== 'Assign' && field !== 'Output');
  return operator === undefined ? variable : `${variable} ${operatorWords(operator, rule[operator])}`;
}

function innerWords(rule: unknown): string {
  return isRecord(rule) ? comparisonWords(rule) : '';
}

function operatorWords(operator: string, operand: unknown): string {
  if (operator.startsWith('Is')) {
    return `${operand === false ? 'is not' : 'is'} ${operator.slice(2).toLowerCase()}`;
  }

  const bare = operator.endsWith('Path') ? operator.slice(0, -'Path'.length) : operator;
  const sign = signs.find(([suffix]) => bare.endsWith(suffix))?.[1] ?? bare;
  return `${sign} ${operator === bare ? JSON.stringify(operand) : String(operand)}`;
}
