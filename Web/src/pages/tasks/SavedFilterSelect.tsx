import Select from '@cloudscape-design/components/select';
import { givenFilters, type SavedFilter } from './savedFilters.ts';

interface Props {
  saved: readonly SavedFilter[];
  /** The filter that is shown now, if it is one of them. */
  current: SavedFilter | undefined;
  onChoose: (filter: SavedFilter) => void;
}

const all: SavedFilter = { name: 'All tasks', search: '' };

/** The filters that can be come back to. */
export function SavedFilterSelect({ saved, current, onChoose }: Props) {
  const option = ({ name, search }: SavedFilter) => ({ value: search, label: name });
  const own = saved.length > 0 ? [{ label: 'Saved in this browser', options: saved.map(option) }] : [];
  return (
    <Select
      ariaLabel="Saved filters"
      placeholder="Saved filters"
      expandToViewport
      selectedOption={current === undefined ? null : option(current)}
      options={[option(all), ...givenFilters.map(option), ...own]}
      onChange={({ detail }) => onChoose({ name: detail.selectedOption.label ?? '', search: detail.selectedOption.value ?? '' })}
    />
  );
}
