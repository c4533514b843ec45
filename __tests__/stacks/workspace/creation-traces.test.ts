import "../../../stacks/workspace/creation-traces";
import { Lazy, TerraformOutput, TerraformStack, Testing, Token } from "cdktf";

/** The token that `made` gives, and how many stacks were turned into text meanwhile. */
function counting<T>(made: () => T): { result: T; formatted: number } {
  const before = Error.prepareStackTrace;
  let formatted = 0;
  Error.prepareStackTrace = (error, frames) => {
    formatted += 1;
    return [String(error), ...frames.map((frame) => `    at ${frame}`)].join("\n");
  };
  try {
    return { result: made(), formatted };
  } finally {
    Error.prepareStackTrace = before;
  }
}

const makeBrokenToken = () =>
  Lazy.stringValue({
    produce: () => {
      throw new Error("no value yet");
    },
  });

it("an error in a token names the line that made the token", () => {
  const stack = new TerraformStack(Testing.app(), "stack");
  new TerraformOutput(stack, "output", { value: makeBrokenToken() });

  expect(() => stack.prepareStack()).toThrow(
    /no value yet[\s\S]*Object creation stack:\n {2}at [\s\S]*makeBrokenToken .*creation-traces\.test\.ts:\d+/,
  );
});

it("a token keeps its stack, whatever the limit of other errors", () => {
  const before = Error.stackTraceLimit;
  Error.stackTraceLimit = 1;
  try {
    const { creationStack } = Token.asAny(Lazy.anyValue({ produce: () => 1 }));
    expect(creationStack.length).toBeGreaterThan(5);
    expect(Error.stackTraceLimit).toBe(1);
  } finally {
    Error.stackTraceLimit = before;
  }
});

it("no stack becomes text before somebody reads it", () => {
  const { result, formatted } = counting(() => Lazy.anyValue({ produce: () => 1 }));
  expect(formatted).toBe(0);

  const reading = counting(() => result.creationStack.join("\n"));
  expect(reading.result).toContain("creation-traces.test.ts");
});
