import {
  type App,
  DefaultTokenResolver,
  Fn,
  Lazy,
  StringConcat,
  TerraformOutput,
  TerraformVariable,
  Testing,
  Token,
  Tokenization,
} from "cdktf";

import tokens = require("cdktf/lib/_tokens");

import fc from "fast-check";
import { PlatformStack } from "../../../stacks/workspace/platform-stack";

class Workspace extends PlatformStack {
  readonly variable = new TerraformVariable(this, "size", {});

  constructor(app: App, id: string) {
    super(app, { id, kind: "sample" }, { kind: "local" });
  }
}

describe("resolution", () => {
  const workspace = new Workspace(Testing.app(), "one");
  const asCdktf = (value: unknown) =>
    Tokenization.resolve(value, { scope: workspace, resolver: new DefaultTokenResolver(new StringConcat()) });

  const { stringValue, numberValue, listValue, fqn } = workspace.variable;
  const token = fc.constantFrom<unknown>(
    stringValue,
    `${stringValue}:${numberValue}`,
    `${numberValue} GiB`,
    "1e+298",
    "$" + "{path.module}/chart",
    numberValue,
    listValue,
    Token.asNumberList(workspace.variable.value),
    Token.asStringMap(workspace.variable.value),
    { [fqn]: "by token" },
    Fn.jsonencode({ a: [stringValue, undefined] }),
    Fn.join(",", ["$" + "{a}", stringValue]),
    Lazy.anyValue({ produce: () => ({ later: [undefined, stringValue] }) }),
    Lazy.anyValue({ produce: () => undefined }),
    { resolve: () => "any object may resolve itself" },
    new Date(0),
  );
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: "medium" },
      fc.constantFrom(undefined, null, true, -1e9 / 8, -12, 0.5, "", "{}", "$" + "{", "a\n".repeat(9)),
      token,
      fc.array(tie("value")),
      fc.dictionary(fc.string(), tie("value"), { noNullPrototype: true }),
    ),
  }));

  it("gives what cdktf's own gives", () => {
    const outcome = (resolve: () => unknown) => {
      try {
        return { resolved: resolve() };
      } catch {
        return "rejected";
      }
    };
    fc.assert(
      fc.property(value, (value) => {
        expect(outcome(() => tokens.resolve(workspace, value))).toStrictEqual(outcome(() => asCdktf(value)));
      }),
      { numRuns: 400 },
    );
  });

  it.each<[string, unknown]>([
    ["a construct", { a: workspace }],
    ["a function", { a: () => 1 }],
    ["a number of a map's token", [-123456789]],
    ["text of a map's token", "String Map Token Value"],
    ["a list's token among others", [...listValue, "b"]],
  ])("rejects %s as cdktf does", (_, value) => {
    expect(() => asCdktf(value)).toThrow();
    expect(() => tokens.resolve(workspace, value)).toThrow();
  });
});

describe.each([true, false])("a reference to another workspace (HCL: %s)", (hcl) => {
  const format = process.env["SYNTH_HCL_OUTPUT"];
  beforeAll(() => {
    process.env["SYNTH_HCL_OUTPUT"] = String(hcl);
  });
  afterAll(() => {
    if (format === undefined) delete process.env["SYNTH_HCL_OUTPUT"];
    else process.env["SYNTH_HCL_OUTPUT"] = format;
  });

  it.each<[string, (producer: Workspace) => string]>([
    ["alone", ({ variable }) => variable.stringValue],
    ["in a text", ({ variable }) => `size ${variable.stringValue}`],
    ["in a function", ({ variable }) => Fn.upper(variable.stringValue)],
    ["made later", ({ variable }) => Lazy.stringValue({ produce: () => variable.stringValue })],
  ])("%s is an error that names both", (_, value) => {
    const app = Testing.app();
    const producer = new Workspace(app, "producer");
    new TerraformOutput(new Workspace(app, "consumer"), "output", { value: value(producer) });
    expect(() => app.synth()).toThrow(
      /consumer: .*var\.size of producer is used but not published; publish it as an output, and consume that/,
    );
  });
});
