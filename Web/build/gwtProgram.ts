import type { CallExpression, Expression, Program, Statement, VariableDeclarator } from 'acorn';

/** A declaration of a compiled program that can be left out as a whole. */
export interface Unit {
  /** What it is a piece of: code that was not yet looked at names others. */
  readonly code: readonly (Expression | Statement | VariableDeclarator)[];
  readonly start: number;
  readonly end: number;
  /** The class that a method, a constructor or a subclass is nothing without. */
  needs: Unit[];
  /** A class's methods, by name: one is called only where its name is written. */
  readonly methods: Map<string, Unit>;
}

/** A program that the GWT compiler made of Java, taken apart. */
export interface GwtProgram {
  /** What runs whenever the program is loaded. */
  readonly roots: readonly Unit[];
  /** Functions and variables, by name. */
  readonly named: ReadonlyMap<string, Unit>;
  /** All of them, in the order of the text. */
  readonly units: readonly Unit[];
}

/**
 * GWT writes nothing but functions, variables, `define(id, superclass, casts, ...constructors)` and, below each of these, `_.name = function` for its methods.
 * A class has a number for a name, and the numbers have variables for names when they are used often.
 */
export function gwtProgramOf(program: Program): GwtProgram {
  const define = defineOf(program);
  const numbers = numbersOf(program);
  const named = new Map<string, Unit>();
  const classes = new Map<number, Unit>();
  const constructors: (readonly [string, Unit])[] = [];
  const roots: Unit[] = [];
  const units: Unit[] = [];
  const add = (node: Statement | VariableDeclarator, code: Unit['code'], needs: Unit[] = []): Unit => {
    const unit = { code, start: node.start, end: node.end, needs, methods: new Map<string, Unit>() };
    units.push(unit);
    return unit;
  };
  let current: Unit | undefined;

  for (const node of program.body) {
    if (node.type === 'ImportDeclaration' || node.type.startsWith('Export')) {
      throw new Error(`Expected a script, found a module: ${node.type}.`);
    }

    const statement = node as Statement; // eslint-disable-line @typescript-eslint/consistent-type-assertions -- what is no import and no export is a statement
    if (statement.type === 'FunctionDeclaration') {
      named.set(statement.id.name, add(statement, [statement]));
    } else if (statement.type === 'VariableDeclaration') {
      for (const declarator of statement.declarations) {
        if (declarator.id.type === 'Identifier') {
          named.set(declarator.id.name, add(declarator, [declarator]));
        }
      }
    } else if (statement.type === 'ExpressionStatement' && isCallOf(statement.expression, define)) {
      const [id, superclass, casts, ...made] = statement.expression.arguments;
      const needs = [classes.get(numberOf(superclass, numbers))].filter((unit) => unit !== undefined);
      current = add(statement, [id, superclass, casts].filter((argument) => argument !== undefined && argument.type !== 'SpreadElement'), needs);
      classes.set(numberOf(id, numbers), current);
      for (const constructor of made) {
        if (constructor.type === 'Identifier') {
          constructors.push([constructor.name, current]);
        }
      }
    } else if (statement.type === 'ExpressionStatement' && current !== undefined && methodOf(statement.expression) !== null) {
      const method = methodOf(statement.expression);
      if (method !== null) {
        current.methods.set(method.name, add(statement, [method.value], [current]));
      }
    } else {
      roots.push(add(statement, [statement]));
    }
  }

  // A class is defined with its constructors, so that neither is there without the other.
  for (const [name, unit] of constructors) {
    const constructor = named.get(name);
    constructor?.needs.push(unit);
    if (constructor !== undefined) {
      unit.needs.push(constructor);
    }
  }

  const defining = named.get(define);
  return { roots: defining === undefined ? roots : [...roots, defining], named, units };
}

/** The function that defines classes: no other is called by so many statements. */
function defineOf(program: Program): string {
  const calls = new Map<string, number>();
  for (const node of program.body) {
    if (node.type === 'ExpressionStatement' && node.expression.type === 'CallExpression' && node.expression.callee.type === 'Identifier') {
      const { name } = node.expression.callee;
      calls.set(name, (calls.get(name) ?? 0) + 1);
    }
  }

  const [most] = [...calls].sort(([, a], [, b]) => b - a);
  if (most === undefined || most[1] < 100) {
    throw new Error('Expected a program of the GWT compiler, found none of its class definitions.');
  }

  return most[0];
}

function numbersOf(program: Program): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (const node of program.body) {
    for (const { id, init } of node.type === 'VariableDeclaration' ? node.declarations : []) {
      if (id.type === 'Identifier' && init?.type === 'Literal' && typeof init.value === 'number') {
        numbers.set(id.name, init.value);
      }
    }
  }

  return numbers;
}

/** The number of a class; NaN for what has none, which is a superclass outside of the program. */
function numberOf(node: CallExpression['arguments'][number] | undefined, numbers: ReadonlyMap<string, number>): number {
  if (node?.type === 'Identifier') {
    return numbers.get(node.name) ?? Number.NaN;
  }

  return node?.type === 'Literal' && typeof node.value === 'number' ? node.value : Number.NaN;
}

function isCallOf(expression: Expression, name: string): expression is CallExpression {
  return expression.type === 'CallExpression' && expression.callee.type === 'Identifier' && expression.callee.name === name;
}

function methodOf(expression: Expression): { name: string; value: Expression } | null {
  if (expression.type !== 'AssignmentExpression' || expression.left.type !== 'MemberExpression') {
    return null;
  }

  const { object, property } = expression.left;
  return object.type === 'Identifier' && object.name === '_' && property.type === 'Identifier' ? { name: property.name, value: expression.right } : null;
}
