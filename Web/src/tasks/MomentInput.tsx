import DatePicker from '@cloudscape-design/components/date-picker';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import TimeInput from '@cloudscape-design/components/time-input';
import { useState } from 'react';
import { isoMoment, localMoment } from './moments.ts';

interface Props {
  /** What the moment is, for those who hear the page. */
  label: string;
  /** A moment of the API, or nothing. */
  value: string;
  onChange: (value: string) => void;
  invalid?: boolean;
}

/** A day and a time of day, in the reader's time zone. */
export function MomentInput({ label, value, onChange, invalid = false }: Props) {
  const [entered, setEntered] = useState(() => localMoment(value));
  // What is half written is nothing to the form yet, and must not be taken away from under the writer.
  const shown = isoMoment(entered) === value ? entered : localMoment(value);
  const enter = (next: typeof entered) => {
    setEntered(next);
    onChange(isoMoment(next));
  };
  return (
    <SpaceBetween direction="horizontal" size="xs">
      {/* Each in a field of its own, for within one they would both go by its label. */}
      <FormField stretch>
        <DatePicker
          ariaLabel={`${label}: day`}
          i18nStrings={{ openCalendarAriaLabel: (selected) => (selected === null ? `${label}: choose a day` : `${label}: choose a day, now ${selected}`) }}
          placeholder="YYYY-MM-DD"
          expandToViewport
          invalid={invalid}
          value={shown.date}
          onChange={({ detail }) => enter({ ...shown, date: detail.value })}
        />
      </FormField>
      <FormField stretch>
        <TimeInput
          ariaLabel={`${label}: time of day`}
          format="hh:mm"
          placeholder="hh:mm"
          invalid={invalid}
          disabled={shown.date === ''}
          value={shown.time}
          onChange={({ detail }) => enter({ ...shown, time: detail.value })}
        />
      </FormField>
    </SpaceBetween>
  );
}
