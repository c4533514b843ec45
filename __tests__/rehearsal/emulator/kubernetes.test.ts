import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { rehearse } from "../../../rehearsal/rehearse";
import { PROJECT } from "../fixtures/command";
import { writeSynthesized } from "../fixtures/demo";

jest.setTimeout(60_000); // Terraform runs, maybe on a busy machine

const temporary = fs.mkdtempSync(path.join(os.tmpdir(), "kubernetes-"));
afterAll(() => fs.rmSync(temporary, { recursive: true, force: true }));

const metadata = [{ name: "shop", namespace: "default" }];
const template = [
  {
    metadata: [{ labels: { app: "shop" } }],
    spec: [{ container: [{ name: "shop", image: "ghcr.io/example/shop:1.0.0" }], restart_policy: "Never" }],
  },
];
const claim = { access_modes: ["ReadWriteOnce"], resources: [{ requests: { storage: "1Gi" } }] };

it("what the API server fills in is what an API server takes", async () => {
  const folder = writeSynthesized(path.join(temporary, "cdktf.out"), {
    "demo-one": {
      terraform: {
        required_providers: { kubernetes: { source: "hashicorp/kubernetes" } },
        backend: { local: { path: "../../../state/demo-one.tfstate" } },
      },
      provider: { kubernetes: [{ host: "https://192.0.2.1:6443" }] },
      resource: {
        kubernetes_service_v1: {
          It: { metadata, spec: [{ selector: { app: "shop" }, port: [{ port: 80 }], type: "LoadBalancer" }] },
        },
        kubernetes_persistent_volume_claim_v1: { It: { metadata, spec: [claim] } },
        kubernetes_cron_job_v1: {
          It: {
            metadata,
            spec: [{ schedule: "0 4 * * *", job_template: [{ metadata: [{}], spec: [{ template }] }] }],
          },
        },
        kubernetes_stateful_set_v1: {
          It: {
            metadata,
            spec: [
              {
                service_name: "shop",
                selector: [{ match_labels: { app: "shop" } }],
                template: [{ ...template[0], spec: [{ ...template[0]?.spec[0], restart_policy: "Always" }] }],
                volume_claim_template: [{ metadata: [{ name: "data" }], spec: [claim] }],
              },
            ],
          },
        },
      },
    },
  });
  const [workspace] = (await rehearse({ folder, environments: [], project: PROJECT })).workspaces;
  const said = workspace?.findings.filter(({ rule }) => /decoding|storage|terraform/.test(rule));
  expect([said, workspace?.applied]).toEqual([[], 4]);
});
