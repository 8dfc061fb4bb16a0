import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Select, { type SelectProps } from '@cloudscape-design/components/select';
import { shownIteration, type ChosenIterations } from '../../history/graphStatuses.ts';
import { childrenOf, statusOf, type Child, type Step, type StepStatus } from '../../history/step.ts';
import { statusWords } from '../../graph/stateStatus.ts';

interface Props {
  map: Step;
  chosen: ChosenIterations;
  onChoose: (index: number) => void;
}

/** In this order, as a reader looks for what went wrong first. */
const groups: readonly StepStatus[] = ['failed', 'cancelled', 'caughtError', 'inProgress', 'succeeded'];

/** Which iteration of a Map the graph shows: chosen from a list grouped by status, or by going one on or back. */
export function IterationChooser({ map, chosen, onChoose }: Props) {
  const iterations = [...childrenOf(map)].sort((one, other) => one.index - other.index);
  const shown = shownIteration(map, chosen);
  const at = iterations.findIndex(child => child === shown);
  const go = (to: number) => {
    const next = iterations[to];
    if (next !== undefined) {
      onChoose(next.index);
    }
  };
  return (
    <FormField label={`Iteration of ${map.name}`} description={countWords(iterations)}>
      <div className="iteration-chooser">
        <Button iconName="angle-left" ariaLabel={`Previous iteration of ${map.name}`} disabled={at <= 0} onClick={() => go(at - 1)} />
        <div className="iteration-choice">
          <Select
            selectedOption={shown === undefined ? null : optionOf(shown)}
            options={optionsOf(iterations)}
            onChange={({ detail }) => onChoose(Number(detail.selectedOption.value))}
            filteringType="auto"
            virtualScroll
            ariaLabel={`Iteration of ${map.name}`}
          />
        </div>
        <Button iconName="angle-right" ariaLabel={`Next iteration of ${map.name}`} disabled={at < 0 || at >= iterations.length - 1} onClick={() => go(at + 1)} />
      </div>
    </FormField>
  );
}

function optionsOf(iterations: readonly Child[]): SelectProps.Options {
  return groups
    .map(status => ({ label: statusWords[status], options: iterations.filter(child => statusOf(child) === status).map(optionOf) }))
    .filter(group => group.options.length > 0);
}

function optionOf(child: Child): SelectProps.Option {
  return { value: String(child.index), label: `#${child.index}`, tags: [statusWords[statusOf(child)]] };
}

function countWords(iterations: readonly Child[]): string {
  return groups
    .map(status => ({ status, count: iterations.filter(child => statusOf(child) === status).length }))
    .filter(({ count }) => count > 0)
    .map(({ status, count }) => `${count} ${statusWords[status].toLowerCase()}`)
    .join(', ');
}
