interface SearchedPage {
  readonly items: readonly unknown[];
  readonly next?: string | null | undefined;
  readonly examined: number;
}

/** A search that many requests have not brought to its end is one that its reader had better narrow. */
const mostRequests = 20;

/**
 * A page of a search that has something on it, or is the last: the server looks as far as one request may and then answers with what it
 * has, which may be nothing. `ask` gets the cursor of the page to ask for.
 */
export async function untilSome<T extends SearchedPage>(cursor: string | undefined, ask: (cursor: string | undefined) => Promise<T>): Promise<T> {
  let page = await ask(cursor);
  let { examined } = page;
  for (let asked = 1; page.items.length === 0 && typeof page.next === 'string' && asked < mostRequests; asked += 1) {
    page = await ask(page.next);
    examined += page.examined;
  }

  return { ...page, examined };
}
