import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { queryKeys } from '../../api/queryKeys.ts';
import { stepFunctions } from '../../api/stepFunctions.ts';
import type { Alias, StateMachine } from '../../api/wire/machines.ts';
import { ConfirmDialog } from '../../shell/ConfirmDialog.tsx';
import { useNotify } from '../../shell/useNotify.ts';
import { aliasDraftOf, aliasFaults, routesOf } from './aliasDraft.ts';
import { AliasFields } from './AliasFields.tsx';

interface Props {
  readonly machine: StateMachine;
  /** The alias to change; undefined for a new one. */
  readonly alias: Alias | undefined;
  /** The ARNs of the versions to choose from, the newest first. */
  readonly versions: readonly string[];
  readonly onClose: () => void;
}

/** Makes an alias, or has one lead elsewhere. */
export function AliasDialog({ machine: { name: machine }, alias, versions, onClose }: Props) {
  const notify = useNotify();
  const queries = useQueryClient();
  const [draft, setDraft] = useState(() => aliasDraftOf(alias, versions[0]));
  const faults = aliasFaults(draft);
  const save = useMutation({
    mutationFn: async () => {
      const { name, description } = draft;
      const routingConfiguration = routesOf(draft);
      if (alias === undefined) {
        await stepFunctions('CreateStateMachineAlias', { name, ...(description === '' ? {} : { description }), routingConfiguration });
      } else {
        await stepFunctions('UpdateStateMachineAlias', { stateMachineAliasArn: alias.stateMachineAliasArn, description, routingConfiguration });
      }
    },
    onSuccess: async () => {
      notify({ type: 'success', header: alias === undefined ? `Alias ${draft.name} is created` : `Alias ${draft.name} is changed` });
      onClose();
      await queries.invalidateQueries({ queryKey: queryKeys.aliases(machine) });
    },
  });

  return (
    <ConfirmDialog
      header={alias === undefined ? 'Create alias' : `Edit alias ${draft.name}`}
      deed={alias === undefined ? 'Create' : 'Save'}
      isBusy={save.isPending}
      isReady={Object.keys(faults).length === 0}
      error={save.error}
      failure="The alias was not saved"
      onConfirm={() => save.mutate()}
      onDismiss={onClose}
    >
      <AliasFields draft={draft} faults={faults} isNew={alias === undefined} versions={versions} onChange={setDraft} />
    </ConfirmDialog>
  );
}
