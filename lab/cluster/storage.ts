/** Storage as K3s brings it: Rancher's own manifest from its module, and its class made the default. */
import fs from "node:fs";
import { source } from "../sources";

export const storageManifest = (): string => {
  const manifest = fs.readFileSync(
    source("github.com/rancher/local-path-provisioner", "deploy/local-path-storage.yaml"),
    "utf8",
  );
  return manifest.replace(
    "metadata:\n  name: local-path\nprovisioner:",
    'metadata:\n  name: local-path\n  annotations: {storageclass.kubernetes.io/is-default-class: "true"}\nprovisioner:',
  );
};
