/** Reads a list of AWS's to its end. `ask` gets the token of each page but the first, and answers with the page's items and the token of the next. */
export async function everyPage<T>(ask: (token: { nextToken?: string }) => Promise<{ items: readonly T[]; nextToken?: string | undefined }>): Promise<T[]> {
  const all: T[] = [];
  let nextToken: string | undefined;
  do {
    const page = await ask(nextToken === undefined ? {} : { nextToken });
    all.push(...page.items);
    nextToken = page.nextToken;
  } while (nextToken !== undefined);

  return all;
}
