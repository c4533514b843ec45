import fs from "node:fs";
import path from "node:path";
import type { Node } from "constructs";
import type { Environment } from "../config/schema/environment";
import { deliveredFromRepository, versionsFile } from "../constructs/gitops/tree";
import { versionProblems } from "../constructs/gitops/versions";

/** The checkout whose `deploy/` is read, where an app names another one. */
export const CHECKOUT = "checkout";

/**
 * The images of which no version has been pushed yet. They would be delivered: their pods never start, and a canary's copy
 * keeps the first version that it saw until that one has served.
 *
 * Only this is read of the versions, so that a delivery changes no workspace.
 */
export function missingImages(node: Node, environment: Environment): readonly string[] {
  const workloads = deliveredFromRepository(environment);
  if (workloads.length === 0) return [];
  const checkout: string = node.tryGetContext(CHECKOUT) ?? path.join(__dirname, "..");
  const file = versionsFile(environment.name);
  const absolute = path.join(checkout, file);
  if (!fs.existsSync(absolute))
    return [`${file} is missing: npm run gitops -- ${environment.name} writes it`];
  return versionProblems(workloads, fs.readFileSync(absolute, "utf8"))
    .filter(({ isFirst }) => isFirst)
    .map(({ image, message }) => `${image} in ${file}: ${message}`);
}
