import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { documentation, placeholdersIn } from "../../config/documentation";
import { loadEnvironments } from "../../config/load";
import { parseEnvironment } from "../../config/parse";
import type { EnvironmentInput } from "../../config/schema/environment";
import { azure } from "../fixtures/azure";

const file = {
  ...azure,
  domain: documentation("example.com"),
  infrastructure: { ...azure.infrastructure, operatorCidrs: [documentation("203.0.113.7/32")] },
} as EnvironmentInput;

const left = (change: (input: EnvironmentInput & { infrastructure: { kind: "azure" } }) => void) => {
  const input = structuredClone(azure) as never;
  change(input);
  return placeholdersIn(parseEnvironment(input, "azure", file)).map((each) => each.path);
};

describe("a documentation value", () => {
  it("is a text like any other to all that read the configuration", () => {
    const environment = parseEnvironment(file, "azure");
    expect(environment).toEqual(parseEnvironment(azure, "azure"));
    expect(placeholdersIn(environment)).toEqual([
      { path: "domain", value: "example.com" },
      { path: "infrastructure.operatorCidrs[0]", value: "203.0.113.7/32" },
    ]);
  });

  it("is still one where it is typed again, and wherever it stands in its list", () => {
    expect(
      left((input) => {
        input.infrastructure.operatorCidrs = ["198.51.100.0/24", "203.0.113.7/32"];
      }),
    ).toEqual(["domain", "infrastructure.operatorCidrs[1]"]);
  });

  it("is gone once it is replaced", () => {
    expect(
      left((input) => {
        input.domain = "api.example.net";
        input.infrastructure.operatorCidrs = ["198.51.100.0/24"];
      }),
    ).toEqual([]);
  });

  it("is none under a key whose value is not marked", () => {
    expect(
      left((input) => {
        input.certificates = { kind: "letsencrypt", email: "you@example.com" };
        input.domain = "example.org";
      }),
    ).toEqual(["infrastructure.operatorCidrs[0]"]);
  });
});

describe("an overlay", () => {
  let folder: string;
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-overlays-"));
    process.env["MERIDIAN_OVERLAYS"] = "all";
  });
  afterEach(() => {
    fs.rmSync(folder, { recursive: true });
    process.env["MERIDIAN_OVERLAYS"] = "none";
  });

  it.each([
    ["replaces a documentation value", `{ infrastructure: { accountId: "123456789012" } }`, false],
    [
      "that is a function gets texts, and may leave them",
      `({ infrastructure }) => ({ infrastructure: { accountId: infrastructure.accountId.trim() } })`,
      true,
    ],
  ])("%s", (_, overlay, isLeft) => {
    fs.writeFileSync(path.join(folder, "aws.overlay.ts"), `export default ${overlay};`);
    const paths = loadEnvironments(["aws"], { folder })
      .flatMap(placeholdersIn)
      .map((each) => each.path);
    expect(paths.includes("infrastructure.accountId")).toBe(isLeft);
    expect(paths).toContain("infrastructure.operatorCidrs[0]");
  });
});
