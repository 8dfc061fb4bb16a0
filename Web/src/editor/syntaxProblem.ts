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
    let isValueDue = true;
    for (;;) {
      this.skip(blank);
      const inside = this.open.at(-1);
      if (isValueDue) {
        isValueDue = this.value();
      } else if (inside !== undefined) {
        isValueDue = this.afterValue(inside);
      } else if (this.at < this.text.length) {
        throw this.unexpected('the end of the text');
      } else {
        return;
      }
    }
  }

  /** Reads a plain value, or the beginning of a list or an object. True where the first value in it is due. */
  private value(): boolean {
    const inside = this.take('{') ? '{' : this.take('[') ? '[' : undefined;
    if (inside !== undefined) {
      this.skip(blank);
      if (this.take(inside === '{' ? '}' : ']')) {
        return false;
      }

      this.open.push(inside);
      this.fieldName(inside);
      return true;
    }

    if (this.text[this.at] === '"') {
      this.string();
    } else if (this.skip(number) === '') {
      this.literal();
    }

    return false;
  }

  /** Reads what stands between two values, or closes what is open. True where another value is due. */
  private afterValue(inside: '{' | '['): boolean {
    const end = inside === '{' ? '}' : ']';
    if (this.take(end)) {
      this.open.pop();
      return false;
    }

    if (!this.take(',')) {
      throw this.unexpected(`',' or '${end}'`);
    }

    this.skip(blank);
    if (this.text[this.at] === end) {
      throw new Unexpected(this.at, `Expected ${inside === '{' ? 'another field' : 'another item'} after the comma, found '${end}'.`);
    }

    this.fieldName(inside);
    return true;
  }

  /** Only objects have names before their values. */
  private fieldName(inside: '{' | '['): void {
    if (inside === '[') {
      return;
    }

    if (this.text[this.at] !== '"') {
      throw this.unexpected('a field name in double quotes');
    }

    this.string();
    this.skip(blank);
    if (!this.take(':')) {
      throw this.unexpected("':'");
    }
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
    const code = this.text.codePointAt(this.at);
    return new Unexpected(this.at, `Expected ${expected}, found ${code === undefined ? 'the end of the text' : named(code)}.`);
  }
}

/** A character as people can see it: by its number where it has no looks of its own. */
function named(code: number): string {
  const character = String.fromCodePoint(code);
  return /[\p{C}\p{Z}]/u.test(character) ? `U+${code.toString(16).toUpperCase().padStart(4, '0')}` : `'${character}'`;
}
