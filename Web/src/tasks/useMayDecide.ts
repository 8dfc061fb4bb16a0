import { useMay, useMe, type Permission } from '../api/permissions.ts';

/**
 * Whether the caller may do what everybody may ask for but only operators get: approving, rejecting, trying again, giving a task to another owner.
 * What the server says of the operation counts first.
 */
export function useMayDecide(operation: string): Permission {
  const may = useMay(operation);
  const { data: me } = useMe();
  if (!may.allowed || me === undefined || me.roles.includes('operator') || me.roles.includes('admin')) {
    return may;
  }
  return { allowed: false, reason: `This needs the role operator; ${me.name} has ${me.roles.length === 0 ? 'no role' : me.roles.join(', ')}.` };
}
