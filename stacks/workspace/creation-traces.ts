import stackTrace = require("cdktf/lib/tokens/private/stack-trace");

type Capture = (below?: (...args: unknown[]) => unknown) => string[];

/** Deep enough for the line of a stack that made a construct that made a resource. */
const CALLS = 25;

/**
 * cdktf remembers where each token was made, for the message of an error that hardly ever happens, and turns every such
 * stack into text at once: a tenth of the time of a large synthesis. V8 writes the text of a stack when it is first read,
 * so it is enough not to read it, and not to remember more calls than a reader would look at. Imported for its effect,
 * before the first token is made.
 */
const captureStackTrace: Capture = (below = captureStackTrace as never) => {
  const captured = { stack: "" };
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = CALLS;
  Error.captureStackTrace(captured, below);
  Error.stackTraceLimit = limit;
  return readLater(() => captured.stack.split("\n").slice(1).map(withoutAt));
};

const withoutAt = (line: string): string => line.replace(/^\s*at\s+/, "");

/** A list that is made when it is first read. */
function readLater(read: () => string[]): string[] {
  return new Proxy<string[]>([], {
    get: (lines, key) => {
      if (lines.length === 0) lines.push(...read());
      return Reflect.get(lines, key);
    },
  });
}

(stackTrace as { captureStackTrace: Capture }).captureStackTrace = captureStackTrace;
