import { parse, type ConditionalExpression } from 'acorn';
import { simple } from 'acorn-walk';
import { gwtProgramOf, type GwtProgram, type Unit } from './gwtProgram.ts';

/** The names that JavaScript itself calls. */
const calledFromOutside = ['constructor', 'toString', 'valueOf'];

/**
 * elkjs's worker with the one algorithm that the console uses, `layered`: the others are a fifth of it, and the whole is the heaviest thing a browser would have to load.
 * What is left out is what nothing reaches any more once the others cannot be asked for; every layout stays as it was.
 */
export function prunedElk(worker: string): string {
  const layered = withoutOtherAlgorithms(worker);
  const program = gwtProgramOf(parse(layered, { ecmaVersion: 2020 }));
  const reached = reachedOf(program);
  return program.units.filter((unit) => reached.has(unit)).map((unit) => textOf(unit, layered)).join('\n');
}

/** The worker registers an algorithm when it is asked for it by name, in one long `a ? x : b ? y : …` that begins with layered. */
function withoutOtherAlgorithms(worker: string): string {
  const choices: ConditionalExpression[] = [];
  simple<unknown>(parse(worker, { ecmaVersion: 2020 }), {
    ConditionalExpression: (choice) => {
      if (choice.test.type === 'CallExpression' && choice.test.arguments.some((argument) => argument.type === 'Literal' && argument.value === 'layered')) {
        choices.push(choice);
      }
    },
  });
  const [choice, ...others] = choices;
  if (choice === undefined || others.length > 0) {
    throw new Error(`Expected one place where elkjs chooses the algorithm, found ${choices.length}.`);
  }

  return `${worker.slice(0, choice.alternate.start)}null${worker.slice(choice.alternate.end)}`;
}

function reachedOf(program: GwtProgram): ReadonlySet<Unit> {
  const reached = new Set<Unit>();
  const open: Unit[] = [];
  const written = new Set<string>(calledFromOutside);
  // Methods of classes that are reached, by names that nobody has written yet.
  const unwritten = new Map<string, Unit[]>();

  const reach = (unit: Unit | undefined): void => {
    if (unit !== undefined && !reached.has(unit)) {
      reached.add(unit);
      open.push(unit);
    }
  };
  const write = (name: string): void => {
    written.add(name);
    unwritten.get(name)?.forEach(reach);
    unwritten.delete(name);
  };
  const read = (unit: Unit): void => {
    for (const code of unit.code) {
      simple<unknown>(code, {
        Identifier: ({ name }) => reach(program.named.get(name)),
        Pattern: (pattern) => reach(pattern.type === 'Identifier' ? program.named.get(pattern.name) : undefined),
        MemberExpression: ({ computed, property }) => !computed && property.type === 'Identifier' && write(property.name),
        Property: ({ key }) => key.type === 'Identifier' && write(key.name),
        Literal: ({ value }) => typeof value === 'string' && write(value),
      });
    }
  };

  program.roots.forEach(reach);
  for (let unit = open.pop(); unit !== undefined; unit = open.pop()) {
    unit.needs.forEach(reach);
    read(unit);
    for (const [name, method] of unit.methods) {
      if (written.has(name)) {
        reach(method);
      } else {
        unwritten.set(name, [...(unwritten.get(name) ?? []), method]);
      }
    }
  }

  return reached;
}

function textOf(unit: Unit, source: string): string {
  const text = source.slice(unit.start, unit.end);
  switch (unit.code[0]?.type) {
    case 'FunctionDeclaration':
      return text;
    case 'VariableDeclarator':
      return `var ${text};`;
    default:
      return `${text};`;
  }
}
