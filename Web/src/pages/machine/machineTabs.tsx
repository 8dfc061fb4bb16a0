import type { TabsProps } from '@cloudscape-design/components/tabs';
import type { ReactNode } from 'react';
import type { StateMachine } from '../../api/wire/machines.ts';
import { TagsTable } from '../../tags/TagsTable.tsx';
import { AliasesTable } from './AliasesTable.tsx';
import { ExecutionsTable } from './ExecutionsTable.tsx';
import { ExpressNotice } from './ExpressNotice.tsx';
import { MachineDefinition } from './MachineDefinition.tsx';
import { MachineMetricsView } from './MachineMetricsView.tsx';
import { VersionsTable } from './VersionsTable.tsx';

/** The tabs of a state machine. Nothing is kept of EXPRESS executions, so those machines have neither list nor metrics. */
export function machineTabs(machine: StateMachine, newExecution: ReactNode): TabsProps.Tab[] {
  const { name, definition, type } = machine;
  const isKept = type === 'STANDARD';
  return [
    { id: 'executions', label: 'Executions', content: isKept ? <ExecutionsTable machine={name} actions={newExecution} /> : <ExpressNotice>{newExecution}</ExpressNotice> },
    { id: 'definition', label: 'Definition', content: <MachineDefinition name={name} definition={definition} role={machine.roleArn} /> },
    { id: 'versions', label: 'Versions', content: <VersionsTable machine={machine} /> },
    { id: 'aliases', label: 'Aliases', content: <AliasesTable machine={machine} /> },
    { id: 'tags', label: 'Tags', content: <TagsTable resourceArn={machine.stateMachineArn} /> },
    ...(isKept ? [{ id: 'metrics', label: 'Metrics', content: <MachineMetricsView machine={machine} /> }] : []),
  ];
}
