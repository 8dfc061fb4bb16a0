/** Where a text stops being JSON, and why. */
export interface SyntaxProblem {
  /** How many characters come before it. */
  readonly at: number;
  readonly message: string;
}

/** The first thing in a text that keeps it from being JSON, or null. */
export function syntaxProblemOf(text: string): SyntaxProblem | null {
  try {
    JSON.parse(text);
    return null;
  } catch {
    // What browsers say differs, and some of them do not say where.
    return new JsonScanner(text).firstProblem();
  }
}

class Unexpected extends Error {
  constructor(
    readonly at: number,
    message: string,
  ) {
    super(message);
  }
}

const blank = /[ \t\r\n]*/uy;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/uy;
const word = /[A-Za-z]+/uy;
// A control character ends it, those that JSON allows apart.
const plain = /(?:[^"\\\p{Cc}]|[\u007f-\u009f])*/uy;
const escape = /\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})/uy;

/** Reads JSON for its form alone. Nesting is kept on a list, so that depth is no bound. */
class JsonScanner {
  private at = 0;
  private readonly open: ('{' | '[')[] = [];

  constructor(private readonly text: string) {}

  firstProblem(): SyntaxProblem | null {
    try {
      this.document();
      return null;
    } catch (error) {
      if (error instanceof Unexpected) {
        return { at: error.at, message: error.message };
      }

      throw error;
    }
  }

  private document(): void {
    this.value();
    for (;;) {
      this.skip(blank);
      const inside = this.open.at(-1);
      if (inside === undefined) {
        if (this.at < this.text.length) {
          throw this.unexpected('the end of the text');
        }

        return;
      }

      this.afterValue(inside);
    }
  }

  private afterValue(inside: '{' | '['): void {
    const end = inside === '{' ? '}' : ']';
    if (this.take(end)) {
      this.open.pop();
    } else if (this.take(',')) {
      this.skip(blank);
      if (this.text[this.at] === end) {
        throw new Unexpected(this.at, `Expected ${inside === '{' ? 'another field' : 'another item'} after the comma, found '${end}'.`);
      }

      this.member(inside);
    } else {
      throw this.unexpected(`',' or '${end}'`);
    }
  }

  /** A value that may open lists and objects; what follows it is read by afterValue. */
  private value(): void {
    this.skip(blank);
    if (this.take('{') || this.take('[')) {
      const inside = this.text[this.at - 1] === '{' ? '{' : '[';
      this.open.push(inside);
      this.skip(blank);
      if (this.take(inside === '{' ? '}' : ']')) {
        this.open.pop();
      } else {
        this.member(inside);
      }
    } else if (this.text[this.at] === '"') {
      this.string();
    } else if (this.skip(number) === '') {
      this.literal();
    }
  }

  private member(inside: '{' | '['): void {
    if (inside === '{') {
      this.skip(blank);
      if (this.text[this.at] !== '"') {
        throw this.unexpected('a field name in double quotes');
      }

      this.string();
      this.skip(blank);
      if (!this.take(':')) {
        throw this.unexpected("':'");
      }
    }

    this.value();
  }

  private string(): void {
    const start = this.at;
    this.at += 1;
    for (;;) {
      this.skip(plain);
      if (this.take('"')) {
        return;
      }

      if (this.at >= this.text.length || this.text[this.at] === '\n') {
        throw new Unexpected(start, "Expected a closing '\"' on the same line.");
      }

      if (this.skip(escape) === '') {
        throw new Unexpected(this.at, this.text[this.at] === '\\' ? 'This is no escape that JSON has.' : 'A control character must be written as an escape.');
      }
    }
  }

  private literal(): void {
    const start = this.at;
    const found = this.skip(word);
    if (found !== 'true' && found !== 'false' && found !== 'null') {
      this.at = start;
      throw this.unexpected('a value');
    }
  }

  private skip(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? '';
    this.at += found.length;
    return found;
  }

  private take(character: string): boolean {
    const found = this.text[this.at] === character;
    this.at += found ? 1 : 0;
    return found;
  }

  private unexpected(expected: string): Unexpected {
    const found = this.at < this.text.length ? `'${String.fromCodePoint(this.text.codePointAt(this.at) ?? 0)}'` : 'the end of the text';
    return new Unexpected(this.at, `Expected ${expected}, found ${found}.`);
  }
}
