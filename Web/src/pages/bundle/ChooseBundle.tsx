import Container from '@cloudscape-design/components/container';
import FileDropzone from '@cloudscape-design/components/file-dropzone';
import FileInput from '@cloudscape-design/components/file-input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Spinner from '@cloudscape-design/components/spinner';
import { Page } from '../../shell/Page.tsx';
import { ProblemNotice } from '../../shell/ProblemNotice.tsx';

interface Props {
  readonly error: unknown;
  readonly isReading: boolean;
  readonly onFile: (file: File) => void;
}

/** Asks for the file. */
export function ChooseBundle({ error, isReading, onFile }: Props) {
  const take = ([file]: readonly File[]) => {
    if (file !== undefined) {
      onFile(file);
    }
  };
  return (
    <Page
      title="Open a bundle"
      crumbs={[{ text: 'State machines', href: '/machines' }]}
      description="An execution in a file, from the page of an execution: Export, Portable bundle. Your browser reads it; nothing of it is sent to the server."
    >
      <ProblemNotice error={error} header="The file is not opened" />
      <Container>
        <FileDropzone onChange={({ detail }) => take(detail.value)}>
          <SpaceBetween size="xs" alignItems="center">
            {isReading ? <Spinner size="large" /> : <span>Drop a bundle here, or</span>}
            <FileInput accept=".json,application/json" ariaLabel="Choose a bundle" value={[]} onChange={({ detail }) => take(detail.value)}>
              Choose a file
            </FileInput>
          </SpaceBetween>
        </FileDropzone>
      </Container>
    </Page>
  );
}
