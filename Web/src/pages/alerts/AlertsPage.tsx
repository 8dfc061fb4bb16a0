import Box from '@cloudscape-design/components/box';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table from '@cloudscape-design/components/table';
import { useQuery } from '@tanstack/react-query';
import { queryKeys } from '../../api/queryKeys.ts';
import { content, rest, type Schema } from '../../api/rest.ts';
import { formatMoment } from '../../shell/format.ts';
import { Guarded } from '../../shell/Guarded.tsx';
import { Page } from '../../shell/Page.tsx';
import { ProblemNotice } from '../../shell/ProblemNotice.tsx';
import { RouterLink } from '../../shell/RouterLink.tsx';
import { addressOf } from '../../shell/addresses.ts';
import { alertLooks, alertTexts, severityWords, signalValue, windowWords } from './alertWords.ts';

/** The alert rules and how they stand. */
export function AlertsPage() {
  const { data, error, isPending, refetch } = useQuery({
    queryKey: queryKeys.alerts,
    queryFn: ({ signal }) => content(rest.GET('/api/v1/alerts', { signal })),
    refetchInterval: 5_000,
  });
  const firing = data?.items.filter(({ status }) => status === 'Firing').length ?? 0;
  return (
    <Page
      title="Alerts"
      description="What is watched, by the same rules here and on Azure."
      {...(data === undefined ? {} : { counter: `(${firing} firing of ${data.items.length})` })}
    >
      <Guarded operation="listAlerts">
        <ProblemNotice error={error} header="The alerts cannot be listed" onRetry={() => void refetch()} />
        <Table
          variant="full-page"
          ariaLabels={{ tableLabel: 'Alert rules' }}
          items={data?.items ?? []}
          trackBy="name"
          wrapLines
          loading={isPending}
          loadingText="Asking for the alerts"
          empty="There are no alert rules."
          columnDefinitions={[
            {
              id: 'name',
              header: 'Rule',
              isRowHeader: true,
              minWidth: 190,
              cell: ({ name, description }) => (
                <>
                  <Box fontWeight="bold">{name}</Box>
                  <Box variant="small">{description}</Box>
                </>
              ),
            },
            {
              id: 'status',
              header: 'Status',
              minWidth: 140,
              cell: ({ status, since }) => (
                <>
                  <StatusIndicator type={alertLooks[status]}>{alertTexts[status]}</StatusIndicator>
                  <Box variant="small" display="block">
                    since {formatMoment(since)}
                  </Box>
                </>
              ),
            },
            { id: 'severity', header: 'Severity', minWidth: 110, cell: ({ severity }) => severityWords(severity) },
            { id: 'value', header: 'Found', minWidth: 120, cell: (alert) => <Found alert={alert} /> },
            { id: 'threshold', header: 'Too much is more than', minWidth: 140, cell: ({ signal, threshold }) => signalValue(signal, threshold) },
            { id: 'window', header: 'Within', minWidth: 100, cell: ({ signal, window }) => (signal === 'oldestWaitingTask' || signal === 'failingReceiver' ? '-' : windowWords(window)) },
            { id: 'evaluated', header: 'Looked at', minWidth: 170, cell: ({ evaluatedAt }) => formatMoment(evaluatedAt) },
          ]}
        />
      </Guarded>
    </Page>
  );
}

/** What was found, with the way to where it can be looked into. */
function Found({ alert: { signal, value } }: { alert: Schema<'Alert'> }) {
  const text = signalValue(signal, value);
  switch (signal) {
    case 'oldestWaitingTask':
      return <RouterLink href={addressOf.tasks('status=Waiting&sort=updated&order=asc')}>{text}</RouterLink>;
    case 'failedExecutions':
      return <RouterLink href="/machines">{text}</RouterLink>;
    case 'throttledCalls':
      return <RouterLink href="/audit?outcome=too-many-requests">{text}</RouterLink>;
    case 'givenUpEvents':
    case 'failingReceiver':
      return <RouterLink href={addressOf.subscriptions()}>{text}</RouterLink>;
  }
}
