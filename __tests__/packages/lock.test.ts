import fs from "node:fs";
import path from "node:path";

const root = path.join(__dirname, "../..");

interface Package {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  /** Comes within the archive of the package that it lies in. */
  readonly inBundle?: boolean;
}

const { packages } = JSON.parse(fs.readFileSync(path.join(root, "package-lock.json"), "utf8")) as {
  readonly packages: Readonly<Record<string, Package>>;
};

/** What npm downloads: not the project, its workspaces and links to them. */
const downloaded = Object.entries(packages).filter(
  ([place, { link, inBundle }]) => place.includes("node_modules/") && !link && !inBundle,
);

it("every package that any platform installs has its checksum", () => {
  expect(downloaded.length).toBeGreaterThan(500);
  expect(downloaded.filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ""))).toEqual(
    [],
  );
});

it("no package says where it was downloaded from", () => {
  expect(downloaded.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
});

it("no package runs a script when it is installed", () => {
  expect(fs.readFileSync(path.join(root, ".npmrc"), "utf8")).toMatch(/^ignore-scripts=true$/m);
});
