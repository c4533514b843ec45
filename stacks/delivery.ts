import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { App } from "cdktf";
import type { Environment } from "../config/schema/environment";
import type { DeliveryCluster } from "../constructs/gitops/tree";
import { definePki } from "./certificates";
import { defineInfrastructure } from "./infrastructure";

/** The clusters that workloads are delivered to, with what workloads notice of them; nothing is synthesized. */
export function deliveryClusters(environment: Environment): readonly DeliveryCluster[] {
  const unused = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-delivery-"));
  try {
    const app = new App({ outdir: unused });
    return defineInfrastructure(app, environment, definePki(app, environment))
      .clusters.filter(({ cluster }) => cluster.role === "api")
      .map(({ cluster: { name, region }, traits }) => ({ name, region, traits }));
  } finally {
    fs.rmSync(unused, { recursive: true });
  }
}
