/** The `local` environment on the lab's clusters, installed by Terraform from what `npm run synth` writes. */
import path from "node:path";
import { installRegionalTraefik } from "./cluster/regional-traefik";
import { packApiImage } from "./images/catalogue";
import { kubeconfigDir, labDir, labNodes } from "./lab";
import type { Progress } from "./progress";
import { Workspaces } from "./terraform/workspaces";

/** The workspaces of the running lab: their synthesized folder and their states. */
export const localWorkspaces = (): Workspaces =>
  new Workspaces(path.join(labDir, "terraform"), kubeconfigDir);

/** Monitoring needs charts that no package registry has: docs/lab.md says what proves it instead. */
const isInstalled = (id: string): boolean => id.startsWith("local-") && !id.includes("-monitoring-");

/** The archive of the API's image. */
export const apiImage = path.join(labDir, "api-image.tar");

export async function installPlatform(progress: Progress): Promise<Workspaces> {
  const workspaces = localWorkspaces();
  const preparing = progress.step("install the regional Traefik, import the API's image, synthesize local");
  await Promise.all([packApiImage(apiImage), workspaces.synthesize("local", "azure")]);
  const serving = labNodes().filter(({ entry }) => entry.role === "api");
  await Promise.all(serving.flatMap((node) => [installRegionalTraefik(node), node.importImage(apiImage)]));
  preparing.done();
  for (const wave of workspaces.waves()) {
    const ids = wave.filter(isInstalled);
    if (ids.length === 0) continue;
    const step = progress.step(`terraform apply ${ids.join(", ")}`);
    const outcomes = await Promise.all(ids.map((id) => workspaces.apply(id)));
    step.done(`${outcomes.reduce((sum, { summary }) => sum + summary.add, 0)} resources`);
  }
  return workspaces;
}
