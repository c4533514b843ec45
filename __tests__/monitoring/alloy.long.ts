import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { alloyConfiguration } from "../../constructs/logs/alloy-configuration";

/*
 * Alloy cannot be had here; its parser can, as a Go module of its own (github.com/grafana/alloy/syntax). What the components take
 * is from their documentation.
 */
const place = { environment: 'a "quoted" name', region: "eu", cluster: "eu" };
const tls = {
  authority: "/etc/alloy-authority/ca.crt",
  certificate: "/etc/alloy-certificate/tls.crt",
  key: "/etc/alloy-certificate/tls.key",
};

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-alloy-"));
const program = path.join(folder, "parse");

beforeAll(() => {
  const built = spawnSync("go", ["build", "-o", program, "."], {
    cwd: path.join(__dirname, "alloy-syntax"),
    encoding: "utf8",
  });
  if (built.status !== 0) throw new Error(built.error?.message ?? built.stderr);
}, 300_000);

afterAll(() => fs.rmSync(folder, { recursive: true }));

const parsed = (text: string): string => spawnSync(program, { input: text, encoding: "utf8" }).stdout;

it.each([
  ["beside its Loki", alloyConfiguration(place)],
  ["that writes to a hub", alloyConfiguration(place, tls)],
])("Alloy's own parser reads the configuration of an Alloy %s", (_, text) => {
  expect(parsed(text)).toBe("");
});

it("and would not read one that is broken", () => {
  expect(parsed(alloyConfiguration(place).replace("[loki.write.loki.receiver]", "[loki.write"))).toMatch(
    /config\.alloy:\d+:\d+: missing/,
  );
});
