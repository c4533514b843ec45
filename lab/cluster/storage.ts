/** Storage as K3s brings it: Rancher's own manifest from its module, and its class made the default. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { moduleSource, moduleVersion } from "../programs";

export const storageManifest = (): string => {
  const source = moduleSource("github.com/rancher/local-path-provisioner", moduleVersion("local-path"));
  const manifest = readFileSync(path.join(source, "deploy", "local-path-storage.yaml"), "utf8");
  return manifest.replace(
    "metadata:\n  name: local-path\nprovisioner:",
    'metadata:\n  name: local-path\n  annotations: {storageclass.kubernetes.io/is-default-class: "true"}\nprovisioner:',
  );
};
