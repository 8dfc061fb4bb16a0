import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import { useState } from 'react';
import { useMay, type Permission } from '../../api/permissions.ts';
import type { Schema } from '../../api/rest.ts';
import { addressOf } from '../../shell/addresses.ts';
import { useFollow } from '../../shell/useFollow.ts';
import { useNotify } from '../../shell/useNotify.ts';
import { DeleteScheduleDialog } from './DeleteScheduleDialog.tsx';
import { RunNowDialog } from './RunNowDialog.tsx';
import { useSwitch } from './useSchedules.ts';

interface Props {
  schedule: Pick<Schema<'Schedule'>, 'name' | 'stateMachine' | 'enabled' | 'configured'>;
  /** In a table's row it is small. */
  isInline?: boolean;
}

const configured = 'It comes from the settings and is changed only there.';

/** What can be done with a schedule. What may not be is disabled with the reason. */
export function ScheduleActions({ schedule, isInline = false }: Props) {
  const { name, enabled } = schedule;
  const [open, setOpen] = useState<'run' | 'delete'>();
  const follow = useFollow();
  const notify = useNotify();
  const run = useMay('runSchedule');
  const put = useMay('putSchedule');
  const remove = useMay('deleteSchedule');
  const { mutate: turn, isPending } = useSwitch(
    (saved) => notify({ type: 'success', header: `${saved.name} is ${saved.enabled ? 'on' : 'off'}` }),
    (error) => notify({ type: 'error', header: `${name} was not turned ${enabled ? 'off' : 'on'}`, error }),
  );
  const item = (id: string, text: string, may: Permission, href?: string) => {
    const reason = may.allowed ? (schedule.configured && id !== 'run' ? configured : undefined) : (may.reason ?? 'You may not do this.');
    return { id, text, disabled: reason !== undefined, disabledReason: reason, ...(href !== undefined && reason === undefined ? { href } : {}) };
  };
  return (
    <>
      <ButtonDropdown
        variant={isInline ? 'inline-icon' : 'normal'}
        ariaLabel={`Actions on ${name}`}
        expandToViewport
        loading={isPending}
        items={[
          item('run', 'Run now', run),
          item('turn', enabled ? 'Turn off' : 'Turn on', put),
          item('edit', 'Edit', put, addressOf.scheduleEditor(name)),
          item('delete', 'Delete', remove),
        ]}
        onItemFollow={follow}
        onItemClick={({ detail }) => {
          if (detail.id === 'run' || detail.id === 'delete') {
            setOpen(detail.id);
          } else if (detail.id === 'turn') {
            turn({ name, enabled: !enabled });
          }
        }}
      >
        {isInline ? undefined : 'Actions'}
      </ButtonDropdown>
      {open === 'run' && <RunNowDialog schedule={schedule} onDone={() => setOpen(undefined)} />}
      {open === 'delete' && <DeleteScheduleDialog name={name} onDone={() => setOpen(undefined)} />}
    </>
  );
}
