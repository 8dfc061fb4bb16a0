import Alert from '@cloudscape-design/components/alert';
import Spinner from '@cloudscape-design/components/spinner';
import { useQuery } from '@tanstack/react-query';
import { queryKeys } from '../../api/queryKeys.ts';
import { rest, tagged } from '../../api/rest.ts';
import { addressOf } from '../../shell/addresses.ts';
import { Guarded } from '../../shell/Guarded.tsx';
import { Page } from '../../shell/Page.tsx';
import { ProblemNotice } from '../../shell/ProblemNotice.tsx';
import { useNameInPath } from '../../shell/useNameInPath.ts';
import { ScheduleForm } from './ScheduleForm.tsx';

/** Changes a schedule. It is asked for once: what others do meanwhile does not change what is being written. */
export function EditSchedulePage() {
  const name = useNameInPath('name');
  const { data, error, isPending, refetch } = useQuery({
    queryKey: [...queryKeys.schedule(name), 'edited'],
    queryFn: ({ signal }) => tagged(rest.GET('/api/v1/schedules/{name}', { params: { path: { name } }, signal })),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  return (
    <Page
      title={`Edit ${name}`}
      crumbs={[
        { text: 'Schedules', href: '/schedules' },
        { text: name, href: addressOf.schedule(name) },
      ]}
    >
      <Guarded operation="putSchedule">
        <ProblemNotice error={error} header="The schedule cannot be shown" onRetry={() => void refetch()} />
        {isPending && <Spinner size="large" />}
        {data?.data.configured === true && (
          <Alert type="info" header="This schedule comes from the settings">
            It is changed only there.
          </Alert>
        )}
        {data?.data.configured === false && <ScheduleForm opened={data} />}
      </Guarded>
    </Page>
  );
}
