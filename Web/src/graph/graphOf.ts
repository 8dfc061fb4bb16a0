import { isRecord, textOf } from '../api/json.ts';
import { conditionWords } from './conditionWords.ts';
import { gatheredCatches } from './gatheredCatches.ts';
import { listIn } from './looseJson.ts';
import type { LooseObject } from './looseJson.ts';
import { resourceWords } from './resourceWords.ts';
import type { Scope, ScopedState } from './scopesOf.ts';
import { scopesOf } from './scopesOf.ts';
import type { EdgeKind, GraphEdge, GraphNode, StateGraphModel } from './stateGraphModel.ts';

/** Where a state goes, and why. */
interface Way {
  readonly target: string;
  readonly kind: EdgeKind;
  readonly label: string;
}

/**
 * The graph of a definition, which need not be valid: a state that is named but not there has no edge to it.
 * Start and End are drawn for the machine itself only, as the AWS console does.
 */
export function graphOf(definition: unknown): StateGraphModel {
  const scopes = scopesOf(definition);
  return { nodes: scopes.flatMap(nodesOf), edges: gatheredCatches(scopes.flatMap(edgesOf)) };
}

function nodesOf(scope: Scope): readonly GraphNode[] {
  const states = scope.states.map((state) => nodeOf(state, scope.owner));
  return scope.owner === null ? [terminal('start'), ...states, terminal('end')] : states;
}

function terminal(kind: 'start' | 'end'): GraphNode {
  return { id: `#${kind}`, kind, name: kind === 'start' ? 'Start' : 'End', type: '', resource: '', parent: null, isGroup: false };
}

function nodeOf({ name, pointer, state }: ScopedState, parent: string | null): GraphNode {
  const type = textOf(state, 'Type') ?? '';
  const isGroup = type === 'Map' || type === 'Parallel';
  return { id: pointer, kind: 'state', name, type, resource: resourceWords(state), parent, isGroup };
}

function edgesOf(scope: Scope): readonly GraphEdge[] {
  const pointers = new Map(scope.states.map((state) => [state.name, state.pointer]));
  const edges: GraphEdge[] = [];
  const connect = (from: string, to: string | undefined, kind: EdgeKind, label: string): void => {
    if (to !== undefined) {
      edges.push({ id: `${from}>${String(edges.length)}>${to}`, from, to, kind, label, parent: scope.owner });
    }
  };

  if (scope.owner === null && typeof scope.startAt === 'string') {
    connect('#start', pointers.get(scope.startAt), 'start', '');
  }

  for (const { pointer, state } of scope.states) {
    for (const way of waysOf(state)) {
      connect(pointer, pointers.get(way.target), way.kind, way.label);
    }

    if (scope.owner === null && isTerminal(state)) {
      connect(pointer, '#end', 'end', '');
    }
  }

  return edges;
}

function isTerminal(state: LooseObject): boolean {
  return state.End === true || state.Type === 'Succeed' || state.Type === 'Fail';
}

function waysOf(state: LooseObject): readonly Way[] {
  const ways: Way[] = [];
  const add = (holder: unknown, field: string, kind: EdgeKind, label: string): void => {
    const target = isRecord(holder) ? textOf(holder, field) : undefined;
    if (target !== undefined) {
      ways.push({ target, kind, label });
    }
  };

  if (state.Type === 'Choice') {
    for (const rule of listIn(state, 'Choices')) {
      add(rule, 'Next', 'choice', conditionWords(rule));
    }

    add(state, 'Default', 'default', 'Default');
  } else {
    add(state, 'Next', 'next', '');
  }

  for (const catcher of listIn(state, 'Catch')) {
    add(catcher, 'Next', 'catch', isRecord(catcher) ? `Catch ${listIn(catcher, 'ErrorEquals').join(', ')}` : '');
  }

  return ways;
}
