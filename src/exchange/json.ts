const parses = (text: string): Error | null => {
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    return error as Error;
  }
};

/** Whether what stops a text from being JSON is only that it ends. */
const endsTooEarly = (text: string): boolean => {
  const message = parses(text)?.message;
  if (message === undefined) return true;
  const [, position] = /at position (\d+)/.exec(message) ?? [];
  return /end of JSON input|Unterminated string/.test(message) || Number(position) >= text.length;
};

/** Where a text stops being JSON: the length of the longest beginning that could still become some. */
const brokenAt = (text: string): number => {
  let [good, bad] = [0, text.length + 1];
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (endsTooEarly(text.slice(0, middle))) good = middle;
    else bad = middle;
  }
  return good;
};

/** Takes a text that is no JSON for what it is up to: the line, and what stands there. */
export const whereBroken = (text: string): { line: number; given: string } => {
  const at = brokenAt(text);
  const line = text.slice(0, at).split('\n').length;
  const rest = text.slice(at).split('\n', 1)[0]?.trim() ?? '';
  return { line, given: at >= text.length ? 'a file that ends before it is complete' : (rest || text.slice(at).trimStart()).slice(0, 60) };
};
