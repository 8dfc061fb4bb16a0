import Button from '@cloudscape-design/components/button';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useMay } from '../../api/permissions.ts';
import { saveFile } from '../../graph/saveFile.ts';
import { addressOf } from '../../shell/addresses.ts';
import { MayButton } from '../../shell/MayButton.tsx';
import { useNotify } from '../../shell/useNotify.ts';
import { CompareModal } from './CompareModal.tsx';
import { fetchBundle } from './fetchBundle.ts';
import type { SeenExecution } from './liveHistory.ts';
import { RedriveModal } from './RedriveModal.tsx';
import { StartAgainModal } from './StartAgainModal.tsx';
import { StopModal } from './StopModal.tsx';
import type { ExecutionView } from './useExecution.ts';

interface Props {
  view: ExecutionView;
  seen: SeenExecution;
}

type Open = 'stop' | 'redrive' | 'start' | 'compare' | undefined;

/** What can be done with an execution. What cannot be done now, or not by this caller, is disabled with the reason. */
export function ExecutionActions({ view, seen }: Props) {
  const [open, setOpen] = useState<Open>();
  const navigate = useNavigate();
  const notify = useNotify();
  const mayStop = useMay('states:StopExecution');
  const mayRedrive = useMay('states:RedriveExecution');
  const status = seen.status?.status ?? view.status;
  const close = () => setOpen(undefined);

  const exportAs = (id: string) => {
    if (id === 'history') {
      saveFile(`${view.name}-history.json`, new Blob([JSON.stringify({ events: seen.history.events }, undefined, 2)], { type: 'application/json' }));
    } else {
      fetchBundle(view.executionArn)
        .then(bundle => saveFile(`${view.name}-bundle.json`, bundle))
        .catch((error: unknown) => notify({ type: 'error', header: 'The bundle was not exported', error }));
    }
  };
  return (
    <>
      <SpaceBetween direction="horizontal" size="xs">
        <Button onClick={() => void navigate(addressOf.machineEditor(view.stateMachineName))}>Edit state machine</Button>
        <ButtonDropdown
          items={[
            { id: 'history', text: 'History as JSON', secondaryText: 'As AWS’s GetExecutionHistory answers' },
            { id: 'bundle', text: 'Portable bundle', secondaryText: 'Definition, facts and history in one file' },
          ]}
          onItemClick={({ detail }) => exportAs(detail.id)}
        >
          Export
        </ButtonDropdown>
        <ButtonDropdown
          items={[
            { id: 'stop', text: 'Stop execution', ...enabledIf(mayStop.allowed ? whyNotStoppable(status) : (mayStop.reason ?? 'You may not do this.')) },
            { id: 'redrive', text: 'Redrive', ...enabledIf(mayRedrive.allowed ? whyNotRedrivable(view, status) : (mayRedrive.reason ?? 'You may not do this.')) },
            { id: 'compare', text: 'Compare with another execution' },
          ]}
          onItemClick={({ detail }) => setOpen(detail.id === 'stop' || detail.id === 'redrive' ? detail.id : 'compare')}
        >
          Actions
        </ButtonDropdown>
        <MayButton operation="states:StartExecution" variant="primary" onClick={() => setOpen('start')} {...enabledIf(whyNotStartable(view))}>
          New execution
        </MayButton>
      </SpaceBetween>
      {open === 'stop' && <StopModal view={view} onClose={close} />}
      {open === 'redrive' && <RedriveModal view={view} onClose={close} />}
      {open === 'start' && <StartAgainModal view={view} onClose={close} />}
      {open === 'compare' && <CompareModal view={view} onClose={close} />}
    </>
  );
}

function enabledIf(whyNot: string | undefined) {
  return whyNot === undefined ? {} : { disabled: true, disabledReason: whyNot };
}

function whyNotStartable(view: ExecutionView): string | undefined {
  return view.mapRunArn ? 'This is a child of a Map Run: only the Map starts such executions.' : undefined;
}

function whyNotStoppable(status: string): string | undefined {
  return status === 'RUNNING' ? undefined : `The execution is not running, its status is ${status}.`;
}

/** In AWS's words, which the server gives. */
function whyNotRedrivable(view: ExecutionView, status: string): string | undefined {
  if (view.redriveStatus === 'REDRIVABLE') {
    return undefined;
  }

  return view.redriveStatus === 'REDRIVABLE_BY_MAP_RUN'
    ? 'This is a child of a Map Run: it is redriven with the execution that began the Map Run.'
    : (view.redriveStatusReason ?? `Execution is ${status} and cannot be redriven`);
}
