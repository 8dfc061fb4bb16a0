import AttributeEditor from '@cloudscape-design/components/attribute-editor';
import Input from '@cloudscape-design/components/input';
import type { Tag } from '../api/wire/machines.ts';
import { tagFaults } from './tagFaults.ts';

interface Props {
  readonly tags: readonly Tag[];
  readonly onChange: (tags: Tag[]) => void;
}

/** Tags as one writes them. */
export function TagFields({ tags, onChange }: Props) {
  const faults = tagFaults(tags);
  const change = (index: number, changed: Partial<Tag>): void => onChange(tags.map((tag, at) => (at === index ? { ...tag, ...changed } : tag)));
  return (
    <AttributeEditor<Tag>
      items={tags}
      addButtonText="Add tag"
      removeButtonText="Remove"
      removeButtonAriaLabel={({ key }) => `Remove ${key === '' ? 'the tag' : key}`}
      empty="There are no tags."
      onAddButtonClick={() => onChange([...tags, { key: '', value: '' }])}
      onRemoveButtonClick={({ detail }) => onChange(tags.filter((_, index) => index !== detail.itemIndex))}
      definition={[
        {
          label: 'Key',
          control: ({ key }, index) => <Input value={key} ariaLabel={`Key ${index + 1}`} spellcheck={false} onChange={({ detail }) => change(index, { key: detail.value })} />,
          errorText: (_, index) => faults[index],
        },
        {
          label: 'Value',
          control: ({ value }, index) => <Input value={value} ariaLabel={`Value ${index + 1}`} spellcheck={false} onChange={({ detail }) => change(index, { value: detail.value })} />,
        },
      ]}
    />
  );
}
