import { stepFunctions } from '../../api/stepFunctions.ts';
import type { StateMachineType } from '../../api/wire/machines.ts';
import type { Check } from '../../editor/problemMarks.ts';

/** Asks the server what is wrong with a definition, warnings included. */
export function checkDefinition(type: StateMachineType): Check {
  return async (definition, signal) => {
    const { diagnostics } = await stepFunctions('ValidateStateMachineDefinition', { definition, type, severity: 'WARNING' }, signal);
    return diagnostics.map(({ severity, message, location }) => ({
      severity: severity === 'ERROR' ? 'error' : 'warning',
      message,
      pointer: location ?? '',
    }));
  };
}
