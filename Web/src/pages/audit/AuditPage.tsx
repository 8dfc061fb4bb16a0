import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useMay } from '../../api/permissions.ts';
import { queryKeys } from '../../api/queryKeys.ts';
import { content, rest } from '../../api/rest.ts';
import { useDeed } from '../../api/useDeed.ts';
import { CursorPagination } from '../../shell/CursorPagination.tsx';
import { Guarded } from '../../shell/Guarded.tsx';
import { MayButton } from '../../shell/MayButton.tsx';
import { Page } from '../../shell/Page.tsx';
import { ProblemNotice } from '../../shell/ProblemNotice.tsx';
import { useCursorPages } from '../../shell/useCursorPages.ts';
import { AuditSearchForm } from './AuditSearchForm.tsx';
import { AuditTable } from './AuditTable.tsx';
import { AuditVerification } from './AuditVerification.tsx';
import { readSearch, saidOf } from './auditSearch.ts';

const pageSize = 50;

/** Who did what, and whether what is written of it is still as it was written. */
export function AuditPage() {
  const [address, setAddress] = useSearchParams();
  const search = useMemo(() => readSearch(address), [address]);
  const said = saidOf(search);
  const may = useMay('listAuditRecords');
  const pages = useCursorPages(JSON.stringify(said));
  const query = { ...said, limit: pageSize, cursor: pages.cursor };
  const { data, error, isPending, isPlaceholderData, refetch } = useQuery({
    queryKey: queryKeys.audit(query),
    queryFn: ({ signal }) => content(rest.GET('/api/v1/audit', { params: { query }, signal })),
    enabled: may.allowed,
    placeholderData: keepPreviousData,
  });
  const verification = useDeed({ mutationFn: () => content(rest.GET('/api/v1/audit/verification')) });

  return (
    <Page
      title="Audit log"
      description="Every call that changes something, and every one that was refused. Each record holds the hash of the one before it."
      actions={
        <MayButton operation="verifyAudit" variant="primary" loading={verification.isPending} onClick={() => verification.mutate()}>
          Verify
        </MayButton>
      }
    >
      <Guarded operation="listAuditRecords">
        {verification.data && <AuditVerification verification={verification.data} onDismiss={verification.reset} />}
        <ProblemNotice error={verification.error} header="The audit log could not be verified" />
        <AuditSearchForm key={address.toString()} search={search} error={error} onSearch={(next) => setAddress(saidOf(next))} />
        <ProblemNotice error={error} header="The records cannot be listed" onRetry={() => void refetch()} />
        <AuditTable
          records={data?.items ?? []}
          loading={isPending || isPlaceholderData}
          pagination={<CursorPagination pages={pages} next={data?.next} disabled={isPlaceholderData} />}
        />
      </Guarded>
    </Page>
  );
}
