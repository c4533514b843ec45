import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { rehearse } from "../../../rehearsal/rehearse";
import { synthesize } from "../../../stacks/synthesis";
import {
  type Change,
  deliveredByTerraform,
  withAcm,
  withPlainHttp,
  withRegionalState,
} from "../../support/aws";
import { delivered, firstService } from "../../support/delivery";
import { environment } from "../../support/synth";
import { CORPUS } from "../../support/yaml-readers";
import { PROJECT } from "../fixtures/command";
import { findingsOf } from "../fixtures/report";

jest.setTimeout(600_000);

/** What every environment may have besides: secrets, a webhook, a remote Prometheus, a mirror, values of every kind. */
const withMore: Change = (input) => {
  const service = firstService(input);
  service.secrets = { TOKEN: "api_token" };
  service.egress = [{ kind: "network", cidr: "203.0.113.0/24", ports: [443] }];
  service.env = Object.fromEntries(CORPUS.map((text, index) => [`TEXT_${index}`, text]));
  input.monitoring = {
    alerts: { kind: "webhook" },
    deadMansSwitch: {},
    remoteWrite: { url: "https://prometheus.example.net/push", authentication: { kind: "bearer" } },
  };
  input.charts = { mirror: "oci://registry.example.net/charts" };
};

const VARIANTS = {
  local: () => environment("local", withMore),
  azure: () =>
    environment("azure", (input) => {
      withMore(input);
      input.certificates = { kind: "letsencrypt", email: "platform@example.org" };
      input.dns = { kind: "cloudflare", zoneId: "0".repeat(32), manageZone: true };
      input.state = {
        kind: "azurerm",
        location: "northeurope",
        resourceGroup: "meridian-state",
        storageAccount: "meridianstate",
        principals: ["11111111-1111-1111-1111-111111111111"],
      };
      Object.assign(input.infrastructure, { encryptionAtHost: true });
    }),
  "azure, protected, certificates by HTTP": () =>
    environment("azure", (input) => {
      input.certificates = { kind: "letsencrypt", email: "platform@example.org", challenge: "http-01" };
      input.protect = true;
    }),
  aws: () =>
    delivered((input) => {
      withMore(input);
      if (input.gitops) input.gitops.alerts = { kind: "slack" };
    }),
  "aws, ACM, state in S3": () =>
    deliveredByTerraform((input) => {
      withAcm(input);
      withRegionalState(input);
    }),
  "aws, plain HTTP, protected": () =>
    deliveredByTerraform((input) => {
      withPlainHttp(input);
      input.protect = true;
    }),
};

/** Validation and second plans are the other rehearsals' concern, and so is what the objects mean beside each other. */
const QUICKLY = { environments: [], quick: true, judged: false, destroy: false };

let root: string;
beforeAll(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-formats-"));
});
afterAll(() => fs.rmSync(root, { recursive: true }));

it.each(Object.entries(VARIANTS))(
  "what JSON made of %s stays as it is when HCL follows",
  async (name, configured) => {
    const work = fs.mkdtempSync(path.join(root, "work-"));
    const up = async (format: "json" | "hcl") => {
      const folder = path.join(root, `${name}-${format}`, "cdktf.out");
      synthesize([configured()], { outdir: folder, hcl: format === "hcl" });
      const report = await rehearse({ ...QUICKLY, folder, project: PROJECT, work });
      expect(findingsOf(report)).toEqual([]);
      return report.workspaces;
    };
    const made = await up("json");
    expect(made.map(({ applied }) => applied)).not.toContain(0);
    const states = statesIn(work);
    const changed = (await up("hcl")).filter(({ applied }) => applied > 0);
    expect(changed.map(({ workspace }) => workspace)).toEqual([]);
    expect(statesIn(work)).toEqual(states);
  },
);

/** The resources and outputs of every state, by file. Which attributes are sensitive stands there in no order. */
function statesIn(folder: string): Readonly<Record<string, unknown>> {
  const files = fs.readdirSync(folder, { recursive: true, encoding: "utf8" });
  return Object.fromEntries(
    files
      .filter((file) => file.endsWith(".tfstate"))
      .map((file) => {
        const text = fs.readFileSync(path.join(folder, file), "utf8");
        const { resources, outputs } = JSON.parse(text, (key, value) =>
          key === "sensitive_attributes" ? value.map((each: unknown) => JSON.stringify(each)).sort() : value,
        );
        return [file, { resources, outputs }];
      }),
  );
}
