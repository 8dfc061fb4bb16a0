import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import { useMemo, useState } from 'react';
import type { Bundle } from '../../bundle/readBundle.ts';
import { openStates } from '../../history/openStates.ts';
import { formatMoment } from '../../shell/format.ts';
import { Page } from '../../shell/Page.tsx';
import { ExecutionViews } from '../execution/ExecutionViews.tsx';
import { FailureBanner } from '../execution/FailureBanner.tsx';
import { FromFileContext } from '../execution/fromFile.ts';
import type { SeenExecution } from '../execution/liveHistory.ts';
import { OpenStatesTable } from '../execution/OpenStatesTable.tsx';
import { PastBanner } from '../execution/PastBanner.tsx';
import { SelectionPanel } from '../execution/SelectionPanel.tsx';
import { shownAfter, type ShownExecution } from '../execution/shownExecution.ts';
import { SummaryCard } from '../execution/SummaryCard.tsx';
import { TimeTravel } from '../execution/TimeTravel.tsx';
import { useExecutionAddress } from '../execution/useExecutionAddress.ts';
import { useFactBound } from '../execution/useFactBound.ts';

interface Props {
  readonly bundle: Bundle;
  readonly onClose: () => void;
}

/** The execution of a bundle, as its page shows it, to be looked at alone. */
export function OpenedBundle({ bundle, onClose }: Props) {
  const { execution, exportedAt, facts, history } = bundle;
  const { at, look } = useExecutionAddress();
  const [isTravelling, setTravelling] = useState(false);
  const seen = useMemo<SeenExecution>(() => ({ history, status: undefined, fact: facts.length - 1, connection: 'open' }), [history, facts]);
  const fact = at.fact === undefined ? undefined : facts[at.fact];
  const shown = useMemo<ShownExecution>(
    // One that was running then runs no further: its bars end where it was exported.
    () => (fact === undefined ? { history, past: undefined, until: history.stoppedAt ?? Date.parse(exportedAt) / 1000 } : shownAfter(seen, fact)),
    [seen, history, exportedAt, fact],
  );
  useFactBound(at.fact !== undefined && at.fact >= facts.length, look);

  const travel = (isWanted: boolean) => {
    setTravelling(isWanted);
    look({ fact: undefined });
  };
  return (
    <FromFileContext value>
      <Page
        title={execution.name}
        crumbs={[{ text: 'State machines', href: '/machines' }]}
        description={`An execution of ${execution.stateMachineName}, from a file`}
        actions={<Button onClick={onClose}>Open another file</Button>}
      >
        <Alert type="info">
          This is a file, to be looked at alone: the execution as it was on {formatMoment(exportedAt)}. Nobody can tell whether the file was changed since.
        </Alert>
        {shown.past !== undefined && <PastBanner shown={shown} onReturn={() => look({ fact: undefined })} />}
        <FailureBanner shown={shown} look={look} />
        <SummaryCard view={execution} seen={seen} shown={shown} look={look} />
        {isTravelling && (
          <TimeTravel facts={facts} isLoading={false} fact={at.fact} look={look} states={fact && <OpenStatesTable states={openStates(shown.history.steps)} look={look} />} />
        )}
        <ExecutionViews view={execution} shown={shown} at={at} look={look} isTravelling={isTravelling} onTravel={travel} />
        <SelectionPanel view={execution} shown={shown} at={at} look={look} />
      </Page>
    </FromFileContext>
  );
}
