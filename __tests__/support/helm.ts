import { parse, parseAllDocuments } from "yaml";
import type { KubernetesObject } from "../../constructs/kubernetes/object";
import { resourcesOf, type Workspace } from "./synth";

// biome-ignore lint/suspicious/noExplicitAny: objects of many kinds, whose fields a test names
export type Loose = KubernetesObject & Record<string, any>;

/** The values of every Helm release of a workspace, by the release's name. */
export const releasesOf = (workspace: Workspace | undefined): Readonly<Record<string, Loose>> =>
  Object.fromEntries(
    resourcesOf(workspace, "helm_release").map((release) => [
      release["name"],
      parse((release["values"] as string[])[0] ?? ""),
    ]),
  );

/** The Kubernetes objects that the releases of a workspace install. */
export const objectsOf = (workspace: Workspace | undefined): readonly Loose[] =>
  Object.values(releasesOf(workspace)).flatMap((values) =>
    typeof values["manifests"] === "string"
      ? parseAllDocuments(values["manifests"]).map((document) => document.toJSON() as Loose)
      : [],
  );
