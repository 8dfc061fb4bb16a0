import ExpandableSection from '@cloudscape-design/components/expandable-section';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { useState } from 'react';
import { JsonEditor } from '../editor/JsonEditor.tsx';
import type { DraftPartProps } from './draftPart.ts';

/** What is around the state besides its input. Closed unless something stands in it or is wrong with it. */
export function SurroundingFields({ state, draft, change, faultAt }: DraftPartProps) {
  const faults = [faultAt('variables'), faultAt('context'), faultAt('stateConfiguration.mapItemReaderData')];
  const [isOpen, setOpen] = useState([draft.variables, draft.context, draft.readerText].some((text) => text !== ''));
  return (
    <ExpandableSection
      headerText={state.readsItems ? 'Variables, context object, items' : 'Variables and context object'}
      expanded={isOpen || faults.some((fault) => fault !== undefined)}
      onChange={({ detail }) => setOpen(detail.expanded)}
    >
      <SpaceBetween size="m">
        <FormField label="Variables – optional" description="A JSON object: the variables that the state sees." errorText={faults[0]} stretch>
          <JsonEditor label="Variables" value={draft.variables} onChange={(variables) => change({ variables })} height={110} />
        </FormField>
        <FormField label="Context object – optional" description="Left empty, one is made up. One that is given is the whole of it." errorText={faults[1]} stretch>
          <JsonEditor label="Context object" value={draft.context} onChange={(context) => change({ context })} height={130} />
        </FormField>
        {state.readsItems && (
          <FormField label="Text that ItemReader reads – optional" description="As it stands in the file: CSV, JSON or JSON lines." errorText={faults[2]} stretch>
            <Textarea rows={4} value={draft.readerText} onChange={({ detail }) => change({ readerText: detail.value })} spellcheck={false} />
          </FormField>
        )}
      </SpaceBetween>
    </ExpandableSection>
  );
}
