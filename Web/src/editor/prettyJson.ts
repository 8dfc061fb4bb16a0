/**
 * A JSON text on as many lines as it has values. The characters of the values stay as they are (`1.0` stays `1.0`, and a
 * number of thirty digits keeps them all), so this is no reading and writing again. What is no JSON comes back unchanged.
 */
export function prettyJson(text: string): string {
  try {
    JSON.parse(text);
  } catch {
    return text;
  }

  const parts: string[] = [];
  let depth = 0;
  const newLine = (): void => {
    parts.push('\n', '  '.repeat(depth));
  };

  const tokens = text.match(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/gu) ?? [];
  tokens.forEach((token, index) => {
    const next = tokens[index + 1];
    if (token === '{' || token === '[') {
      parts.push(token);
      depth += 1;
      if (next !== '}' && next !== ']') {
        newLine();
      }
    } else if (token === '}' || token === ']') {
      depth -= 1;
      const before = tokens[index - 1];
      if (before !== '{' && before !== '[') {
        newLine();
      }

      parts.push(token);
    } else if (token === ',') {
      parts.push(token);
      newLine();
    } else {
      parts.push(token === ':' ? ': ' : token);
    }
  });
  return parts.join('');
}
