import { parse, parseAllDocuments } from "yaml";
import type { Environment, EnvironmentInput } from "../../config/schema/environment";
import type { KubernetesObject } from "../../constructs/kubernetes/object";
import { environment, type Output, resourcesOf, synthesizeToMemory, type Workspace } from "./synth";

export type Change = (input: EnvironmentInput) => void;

/** `aws` of the fixtures, with changes; Terraform delivers the workloads. */
export const deliveredByTerraform = (change: Change = () => {}): Environment =>
  environment("aws", (input) => {
    delete input.gitops;
    for (const workload of input.workloads) {
      delete workload.delivery;
      for (const service of workload.services) delete service.canary;
    }
    change(input);
  });

/** The workspaces of `aws` in which the workloads' objects are there to be read. */
export const synthesizeAws = (change?: Change): Output => synthesizeToMemory([deliveredByTerraform(change)]);

/** Ends TLS at the load balancers with certificates of ACM. */
export const withAcm: Change = (input) => {
  input.domain = "api.example.com";
  input.dns = { kind: "route53", zoneId: "Z0123456789ABCDEFGHIJ" };
  input.certificates = { kind: "acm" };
};

/** Plain HTTP from the users to the pods. */
export const withPlainHttp: Change = (input) => {
  input.certificates = { kind: "none" };
};

/** Hands TLS through to the pods, which hold the certificate. */
export const withPassthrough: Change = ({ workloads }) => {
  for (const { services } of workloads)
    for (const service of services)
      Object.assign(service, {
        protocol: "https",
        port: 8443,
        exposure: "passthrough",
        metrics: { port: 9443 },
      });
};

/** Keeps the state of every region in a bucket there. */
export const withRegionalState: Change = (input) => {
  input.state = { kind: "s3", bucket: "meridian-state", location: "eu-west-1", regional: true };
};

/** The only resource of a type in a workspace. */
export function only(workspace: Workspace | undefined, type: string): Record<string, unknown> {
  const found = resourcesOf(workspace, type);
  if (found.length !== 1) throw new Error(`${found.length} resources of type ${type}; expected one`);
  return found[0] as Record<string, unknown>;
}

/** The objects of all releases of a workspace that are written in the platform's own chart. */
export const objectsIn = (workspace: Workspace | undefined): readonly KubernetesObject[] =>
  (resourcesOf(workspace, "helm_release") as readonly { values: string[] }[])
    .flatMap(({ values }) => values)
    .filter((values) => values.startsWith("manifests:"))
    .flatMap((values) =>
      parseAllDocuments((parse(values) as { manifests: string }).manifests).map((each) => each.toJSON()),
    );
