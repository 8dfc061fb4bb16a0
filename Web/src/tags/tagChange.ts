import type { Tag } from '../api/wire/machines.ts';

/** What has to be said so that a resource with some tags has others. */
export interface TagChange {
  /** Tags that are new or have another value. */
  readonly set: Tag[];
  /** Keys of tags that go. */
  readonly remove: string[];
}

export function tagChange(before: readonly Tag[], after: readonly Tag[]): TagChange {
  return {
    set: after.filter(({ key, value }) => !before.some((tag) => tag.key === key && tag.value === value)),
    remove: before.filter(({ key }) => !after.some((tag) => tag.key === key)).map(({ key }) => key),
  };
}
