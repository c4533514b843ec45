import fs from "node:fs";
import path from "node:path";
import { Testing } from "cdktf";
import { ChartRelease, type ChartReleaseProps } from "../../../constructs/kubernetes/chart-release";
import { CHARTS } from "../../../constructs/kubernetes/charts";

const release = (change: Partial<ChartReleaseProps> = {}): Record<string, unknown> => {
  const text = Testing.synthScope((scope) => {
    new ChartRelease(scope, "Resource", {
      name: "traefik",
      namespace: "traefik",
      chart: "traefik",
      mirror: undefined,
      values: { logs: { level: "INFO" } },
      ...change,
    });
  });
  const { resource } = JSON.parse(text) as { resource: { helm_release: Record<string, never> } };
  return Object.values(resource.helm_release)[0] as unknown as Record<string, unknown>;
};

it("installs an exact version, takes back what fails, and keeps five revisions", () => {
  expect(release()).toMatchObject({
    chart: "traefik",
    repository: CHARTS.traefik.repository,
    version: CHARTS.traefik.version,
    values: ["logs:\n  level: INFO\n"],
    atomic: true,
    max_history: 5,
    timeout: 300,
  });
});

it("comes from the mirror where there is one, at the same version", () => {
  const mirror = "oci://registry.example.com/charts";
  expect(release({ mirror })).toMatchObject({ repository: mirror, version: CHARTS.traefik.version });
});

it("is what every third-party chart is installed by", () => {
  const constructs = path.join(__dirname, "../../../constructs");
  const direct = fs
    .readdirSync(constructs, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .filter((file) =>
      /new Release\(|extends Release /.test(fs.readFileSync(path.join(constructs, file), "utf8")),
    );
  expect(direct.sort()).toEqual(["kubernetes/chart-release.ts", "kubernetes/manifest-release.ts"]);
});
