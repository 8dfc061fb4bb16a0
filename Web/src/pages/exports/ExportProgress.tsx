import ProgressBar from '@cloudscape-design/components/progress-bar';

/** The states of the workflow that writes an export, in their order, and what each is about. */
const steps: readonly (readonly [string, string])[] = [
  ['planPages', 'counting the tasks'],
  ['writePages', 'writing pages'],
  ['writePage', 'writing pages'],
  ['assemble', 'putting the pages together'],
  ['deleteParts', 'clearing away'],
];

/** How far an export is: how many tasks it will have is not known before it has them, so its steps are counted. */
export function ExportProgress({ step }: { step: string | undefined }) {
  const at = steps.findIndex(([name]) => name === step);
  return (
    <ProgressBar
      variant="standalone"
      ariaLabel="How far the export is"
      value={(100 * (at + 1)) / (steps.length + 1)}
      additionalInfo={steps[at]?.[1] ?? 'waiting to begin'}
    />
  );
}
