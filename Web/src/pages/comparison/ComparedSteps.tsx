import Badge from '@cloudscape-design/components/badge';
import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import Pagination from '@cloudscape-design/components/pagination';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import Toggle from '@cloudscape-design/components/toggle';
import { useState } from 'react';
import type { ComparedStep, FirstDifference } from '../../history/comparison.ts';
import type { Step } from '../../history/step.ts';
import { stepPath } from '../../history/stepPath.ts';
import { addressOf } from '../../shell/addresses.ts';
import { formatCount } from '../../shell/format.ts';
import { RouterLink } from '../../shell/RouterLink.tsx';
import { StepStatusIndicator } from '../execution/StepStatusIndicator.tsx';
import { differenceWords } from './differenceWords.ts';
import type { ComparedExecution } from './useComparedExecution.ts';

interface Props {
  left: ComparedExecution;
  right: ComparedExecution;
  lines: readonly ComparedStep[];
  first: FirstDifference | undefined;
}

const pageSize = 50;

/** The steps of both, each on one line with its like; the page with the first difference is shown first. */
export function ComparedSteps({ left, right, lines, first }: Props) {
  const [isShort, setShort] = useState(false);
  const [turnedTo, setPage] = useState<number>();
  const listed = isShort ? lines.filter(line => line.differences.length > 0) : lines;
  const firstAt = first?.line === undefined ? 0 : Math.max(0, listed.indexOf(first.line));
  const pages = Math.max(1, Math.ceil(listed.length / pageSize));
  const page = Math.min(turnedTo ?? Math.floor(firstAt / pageSize) + 1, pages);
  const different = lines.filter(line => line.differences.length > 0).length;
  return (
    <Table
      header={
        <Header variant="h2" counter={`(${formatCount(listed.length)})`} description={different === 0 ? 'No step differs.' : different === 1 ? 'One step differs.' : `${formatCount(different)} steps differ.`}>
          Step by step
        </Header>
      }
      filter={
        <Toggle
          checked={isShort}
          onChange={({ detail }) => {
            setShort(detail.checked);
            setPage(undefined);
          }}
        >
          Only what differs
        </Toggle>
      }
      pagination={pages > 1 && <Pagination currentPageIndex={page} pagesCount={pages} onChange={({ detail }) => setPage(detail.currentPageIndex)} />}
      items={listed.slice((page - 1) * pageSize, page * pageSize)}
      trackBy={line => `${line.left?.id ?? '-'} ${line.right?.id ?? '-'}`}
      wrapLines
      selectedItems={first?.line === undefined ? [] : [first.line]}
      ariaLabels={{ tableLabel: 'Steps of both executions', selectionGroupLabel: 'First difference', itemSelectionLabel: () => 'First difference' }}
      empty={<Box color="text-body-secondary">{isShort ? 'No step differs.' : 'Neither has entered a state.'}</Box>}
      columnDefinitions={[
        { id: 'left', header: 'Left', isRowHeader: true, minWidth: 160, cell: line => <OneStep arn={left.view.executionArn} step={line.left} /> },
        { id: 'leftStatus', header: 'Status on the left', minWidth: 130, cell: line => line.left && <StepStatusIndicator status={line.left.status} /> },
        { id: 'right', header: 'Right', minWidth: 160, cell: line => <OneStep arn={right.view.executionArn} step={line.right} /> },
        { id: 'rightStatus', header: 'Status on the right', minWidth: 130, cell: line => line.right && <StepStatusIndicator status={line.right.status} /> },
        { id: 'differences', header: 'Differences', minWidth: 240, cell: line => <Differences line={line} isFirst={line === first?.line} /> },
      ]}
    />
  );
}

function OneStep({ arn, step }: { arn: string; step: Step | undefined }) {
  return step === undefined ? '-' : <RouterLink href={`${addressOf.execution(arn)}?step=${step.id}`}>{stepPath(step)}</RouterLink>;
}

function Differences({ line, isFirst }: { line: ComparedStep; isFirst: boolean }) {
  return line.differences.length === 0 ? (
    'None'
  ) : (
    <SpaceBetween size="xxs">
      {isFirst && <Badge color="blue">First difference</Badge>}
      {line.differences.map(difference => (
        <span key={difference.what}>{differenceWords(difference)}</span>
      ))}
    </SpaceBetween>
  );
}
