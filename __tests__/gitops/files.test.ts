import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { filesOf, problemsOfVersions, writeFiles } from "../../commands/delivery-files";
import { versionsFile } from "../../constructs/gitops/tree";
import { deliveredByTerraform } from "../support/aws";
import { delivered } from "../support/delivery";

describe("a generated tree", () => {
  let root: string;
  beforeEach(() => {
    root = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-deploy-"));
  });
  afterEach(() => fs.rmSync(root, { recursive: true }));

  const aws = delivered();
  const generate = (shown = aws) => writeFiles(root, shown, filesOf(shown));
  const versions = () => path.join(root, versionsFile("aws"));
  const problems = () => problemsOfVersions(root, aws).map(({ image, message }) => `${image}: ${message}`);

  it("is written once, and then nothing is left to do", () => {
    expect(generate().written.length).toBeGreaterThan(20);
    expect(generate()).toEqual({ written: [], removed: [], foreign: [] });
  });

  it("never touches the versions again", () => {
    generate();
    const pushed = fs.readFileSync(versions(), "utf8").replace(/sha256:0+/, `sha256:${"a".repeat(64)}`);
    fs.writeFileSync(versions(), pushed);
    expect(generate()).toEqual({ written: [], removed: [], foreign: [] });
    expect(fs.readFileSync(versions(), "utf8")).toBe(pushed);
    expect(problems()).toEqual([]);
  });

  it("takes back a change by hand, and removes what nobody needs", () => {
    generate();
    const folder = path.join(root, "deploy/aws/_base/api");
    fs.appendFileSync(path.join(folder, "deployment-api.yaml"), "# by hand\n");
    const stray = fs.readFileSync(path.join(folder, "deployment-api.yaml"), "utf8");
    fs.writeFileSync(path.join(folder, "deployment-gone.yaml"), stray);
    fs.writeFileSync(path.join(folder, "notes.md"), "a person's");
    expect(generate()).toEqual({
      written: ["deploy/aws/_base/api/deployment-api.yaml"],
      removed: ["deploy/aws/_base/api/deployment-gone.yaml"],
      foreign: ["deploy/aws/_base/api/notes.md"],
    });
    expect(fs.readFileSync(path.join(folder, "notes.md"), "utf8")).toBe("a person's");
  });

  it("goes with a cluster", () => {
    generate();
    const smaller = delivered((input) => {
      delete input.regions["west"];
    });
    expect(generate(smaller).removed.length).toBeGreaterThan(5);
    expect(fs.existsSync(path.join(root, "deploy/aws/west"))).toBe(false);
  });

  it("goes when Terraform delivers, so that Flux lets the workload go", () => {
    generate();
    generate(deliveredByTerraform());
    expect(fs.readdirSync(path.join(root, "deploy/aws"))).toEqual(["versions"]);
  });

  const digest = `sha256:${"0123456789abcdef".repeat(4)}`;
  it.each([
    [
      "images: []",
      "meridian/api: has no entry; expected a digest, set by 'kustomize edit set image meridian/api=meridian/api@sha256:<digest>'",
    ],
    ["images: [{ name: meridian/api }]", "meridian/api: has no digest; expected"],
    ["images: [{ name: meridian/api, newTag: 0.1.0 }]", 'meridian/api: has only the tag "0.1.0"; expected'],
    [
      "images: [{ name: meridian/api, digest: sha256:abc }]",
      'meridian/api: has the digest "sha256:abc", which is none; expected',
    ],
    [
      `images: [{ name: meridian/api, newName: other/api, digest: "${digest}" }]`,
      'meridian/api: is renamed to "other/api", which the clusters\' own registries do not know; expected',
    ],
    ["", "meridian/api: has no entry"],
    ["images: [", "meridian/api: the file is no YAML ("],
  ])("does not accept %s as versions", (text, message) => {
    generate();
    fs.writeFileSync(versions(), text);
    expect(problems()).toEqual([expect.stringContaining(message)]);
  });
});
