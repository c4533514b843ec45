import { readSnapshot, type Snapshot } from "../../../delivery/changes/snapshot";
import { writeSynthesized } from "../../rehearsal/fixtures/demo";

const backend = (id: string) => ({ s3: { bucket: "states", key: `${id}.tfstate`, region: "eu-central-1" } });

const reads = (...producers: string[]) => ({
  terraform_remote_state: Object.fromEntries(
    producers.map((id) => [id, { backend: "s3", config: backend(id).s3 }]),
  ),
});

const workspace = (id: string, ...producers: string[]) => [
  id,
  { terraform: { backend: backend(id) }, ...(producers.length > 0 ? { data: reads(...producers) } : {}) },
];

/** Two regions with a network and a node each, a balancer that reads both networks, and one workspace with a local state. */
export const platform = (folder: string, last: Readonly<Record<string, object>> = {}): Promise<Snapshot> =>
  readSnapshot(
    writeSynthesized(
      folder,
      {
        ...Object.fromEntries([
          workspace("state-demo"),
          workspace("demo-node-us", "demo-network-us"),
          workspace("demo-node-eu", "demo-network-eu"),
          workspace("demo-network-us"),
          workspace("demo-network-eu"),
          workspace("demo-lb", "demo-network-us", "demo-network-eu"),
        ]),
        "other-pki": {},
        ...last,
      },
      { "demo-lb": ["demo-node-us", "state-demo"] },
    ),
  );
