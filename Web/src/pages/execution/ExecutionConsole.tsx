import { useMemo, useState } from 'react';
import { addressOf, ownMachine } from '../../shell/addresses.ts';
import { Page } from '../../shell/Page.tsx';
import { ProblemNotice } from '../../shell/ProblemNotice.tsx';
import { ConnectionNotice } from './ConnectionNotice.tsx';
import { ExecutionActions } from './ExecutionActions.tsx';
import { ExecutionViews } from './ExecutionViews.tsx';
import { FailureBanner } from './FailureBanner.tsx';
import { LoadingExecution } from './LoadingExecution.tsx';
import { OpenStates } from './OpenStates.tsx';
import { PastBanner } from './PastBanner.tsx';
import { SelectionPanel } from './SelectionPanel.tsx';
import { shownAfter, shownNow } from './shownExecution.ts';
import { SummaryCard } from './SummaryCard.tsx';
import { TimeTravel } from './TimeTravel.tsx';
import { useExecution } from './useExecution.ts';
import { useExecutionAddress } from './useExecutionAddress.ts';
import { useFactBound } from './useFactBound.ts';
import { useFacts } from './useFacts.ts';
import { useLiveHistory } from './useLiveHistory.ts';

/** The page of an execution that is there. */
export function ExecutionConsole({ arn }: { arn: string }) {
  const { at, look } = useExecutionAddress();
  const { seen, reconnect } = useLiveHistory(arn);
  const { data: view } = useExecution(arn, seen.status === undefined ? '' : `${seen.status.status} ${seen.status.redriveCount ?? 0}`);
  const [isTravelling, setTravelling] = useState(at.fact !== undefined);
  const { facts, isBehind, error } = useFacts(arn, seen.fact, isTravelling);
  const fact = at.fact === undefined ? undefined : facts[at.fact];
  const shown = useMemo(() => (fact === undefined ? shownNow(seen) : shownAfter(seen, fact)), [seen, fact]);

  const hasAllFacts = seen.status !== undefined && !isBehind;
  useFactBound(hasAllFacts && at.fact !== undefined && at.fact >= facts.length, look);

  if (view === undefined) {
    return <LoadingExecution arn={arn} />;
  }

  const travel = (isWanted: boolean) => {
    setTravelling(isWanted);
    look({ fact: undefined });
  };
  return (
    <Page
      title={view.name}
      crumbs={[
        { text: 'State machines', href: '/machines' },
        { text: ownMachine(view.stateMachineName), href: addressOf.machine(view.stateMachineName) },
      ]}
      actions={<ExecutionActions view={view} seen={seen} />}
    >
      <ConnectionNotice seen={seen} onReconnect={reconnect} />
      {shown.past !== undefined && <PastBanner shown={shown} onReturn={() => look({ fact: undefined })} />}
      <FailureBanner shown={shown} look={look} />
      <SummaryCard view={view} seen={seen} shown={shown} look={look} />
      {isTravelling && (
        <>
          <ProblemNotice error={error} header="The facts of the execution cannot be shown" />
          <TimeTravel facts={facts} isLoading={isBehind} fact={at.fact} look={look} states={fact && <OpenStates arn={arn} fact={fact.index} look={look} />} />
        </>
      )}
      <ExecutionViews view={view} shown={shown} at={at} look={look} isTravelling={isTravelling} onTravel={travel} />
      <SelectionPanel view={view} shown={shown} at={at} look={look} />
    </Page>
  );
}
