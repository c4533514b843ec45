import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { environments } from "../../config/environments";
import { type LoadOptions, loadEnvironments } from "../../config/load";

let folder: string;
let notices: string[];
const restore = { ...process.env };
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-overlays-"));
  notices = [];
  process.env["MERIDIAN_OVERLAYS"] = "all";
});
afterEach(() => {
  fs.rmSync(folder, { recursive: true });
  process.env = { ...restore };
});

const write = (file: string, text: string): void => fs.writeFileSync(path.join(folder, file), text);

const load = (args: readonly string[] = [], options: LoadOptions = {}) =>
  loadEnvironments(args, { folder, notify: (line) => notices.push(line), ...options });

const mirror = (options?: LoadOptions) => load(["local"], options)[0]?.charts.mirror;

const withMirror = (name: string) =>
  `export default { charts: { mirror: "oci://${name}.example.net/charts" } };`;

describe("which environments are synthesized", () => {
  it("is all by default", () => {
    delete process.env["ENVIRONMENT"];
    expect(load().map(({ name }) => name)).toEqual(Object.keys(environments));
  });

  it("is what ENVIRONMENT lists, each once", () => {
    process.env["ENVIRONMENT"] = "local, local";
    expect(load().map(({ name }) => name)).toEqual(["local"]);
  });

  it("is rather what a command's arguments list", () => {
    process.env["ENVIRONMENT"] = "moon";
    expect(load(["azure,local"]).map(({ name }) => name)).toEqual(["azure", "local"]);
  });

  it("fails on an unknown name, says where it stood, and lists the known ones", () => {
    const known = Object.keys(environments).join(", ");
    process.env["ENVIRONMENT"] = "lokal,moon";
    expect(() => load()).toThrow(
      `ENVIRONMENT: 2 problems\n  no environment "lokal"; expected one or more of ${known}\n  no environment "moon"`,
    );
    expect(() => load(["sun"])).toThrow(`arguments: 1 problem\n  no environment "sun"`);
  });
});

describe("overlays", () => {
  it("change what they name and keep the rest", () => {
    write("local.overlay.ts", withMirror("team"));
    const [local] = load(["local"]);
    expect(local?.charts.mirror).toBe("oci://team.example.net/charts");
    expect(local?.workloads).toHaveLength(environments.local.workloads.length);
  });

  it("of a person lie over the team's, and are named while they are in use", () => {
    write("local.overlay.ts", withMirror("team"));
    write("local.user.ts", withMirror("me"));
    expect(mirror()).toBe("oci://me.example.net/charts");
    expect(notices).toEqual(["config/environments/local.user.ts is in use: only you have it"]);
  });

  it("of a person are left out of what others read, and that is said", () => {
    write("local.overlay.ts", withMirror("team"));
    write("local.user.ts", withMirror("me"));
    expect(mirror({ overlays: "committed" })).toBe("oci://team.example.net/charts");
    expect(notices).toEqual(["config/environments/local.user.ts is ignored: only you have it"]);
  });

  it("of a person are not named where their environment is not asked for", () => {
    write("local.user.ts", withMirror("me"));
    load(["azure"]);
    expect(notices).toEqual([]);
  });

  it.each([
    ["all", "oci://me.example.net/charts"],
    ["committed", "oci://team.example.net/charts"],
    ["none", undefined],
    ["", "oci://me.example.net/charts"],
  ])("MERIDIAN_OVERLAYS=%s gives %s", (setting, expected) => {
    write("local.overlay.ts", withMirror("team"));
    write("local.user.ts", withMirror("me"));
    process.env["MERIDIAN_OVERLAYS"] = setting;
    expect(mirror()).toBe(expected);
  });

  it("are never more than MERIDIAN_OVERLAYS says", () => {
    write("local.overlay.ts", withMirror("team"));
    process.env["MERIDIAN_OVERLAYS"] = "none";
    expect(mirror({ overlays: "committed" })).toBeUndefined();
    process.env["MERIDIAN_OVERLAYS"] = "comitted";
    expect(mirror).toThrow(
      'MERIDIAN_OVERLAYS: 1 problem\n  expected one of all, committed, none, got "comitted"',
    );
  });

  it("that are functions get what they are laid over, to take an entry out of a list", () => {
    write(
      "azure.overlay.ts",
      `export default { infrastructure: { operatorCidrs: ["198.51.100.0/24", "192.0.2.7/32"] } };`,
    );
    write(
      "azure.user.ts",
      `export default (azure: any) => {
        const operatorCidrs = azure.infrastructure.operatorCidrs.filter((cidr: string) => cidr !== "192.0.2.7/32");
        azure.regions = {}; // a copy, so that this changes nothing
        return { infrastructure: { operatorCidrs } };
      };`,
    );
    const [azure] = load(["azure"]);
    expect(azure?.infrastructure).toMatchObject({ operatorCidrs: ["198.51.100.0/24"] });
    expect(Object.keys(azure?.regions ?? {})).toEqual(Object.keys(environments.azure.regions));
  });

  it("that make an environment wrong fail with the names of all files that it is made of", () => {
    write("local.overlay.ts", 'export default { charts: { mirror: "ftp://example.com" } };');
    write("local.user.ts", "export default { protect: 1 };");
    expect(() => load(["local"])).toThrow(
      /^config\/environments\/local\.ts with local\.overlay\.ts and local\.user\.ts: 2 problems\n {2}charts\.mirror: expected a chart repository.*\n {2}protect: expected true or false/,
    );
  });

  it("show the problems of every file and every environment together", () => {
    write("local.overlay.ts", "export default { protect: 1 };");
    write("local.user.ts", 'throw "no";');
    write("azure.user.ts", "export default { regions: { moon: null } };");
    write("aws.usr.ts", "");
    const problems = messageOf(() => load()).split("\n");
    expect(problems).toEqual([
      "configuration: 4 problems",
      expect.stringMatching(/^ {2}config\/environments: aws\.usr\.ts is the overlay of no environment/),
      expect.stringMatching(/^ {2}config\/environments\/local\.user\.ts: cannot be read: no; expected/),
      expect.stringMatching(/^ {2}config\/environments\/local\.ts with .*: protect: expected true or false/),
      expect.stringMatching(
        /^ {2}config\/environments\/azure\.user\.ts: regions\.moon: there is nothing to remove/,
      ),
    ]);
  });

  it("cannot rename an environment: files, commands and states are named for its key", () => {
    write("local.user.ts", 'export default { name: "azure" };');
    expect(() => load()).toThrow(
      'config/environments/local.ts with local.user.ts: 1 problem\n  name: expected the environment\'s key, "local", got "azure"',
    );
  });
});

function messageOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error("nothing was thrown");
}
