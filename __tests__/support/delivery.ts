import { parseEnvironment } from "../../config/parse";
import type { Environment, EnvironmentInput } from "../../config/schema/environment";
import type { Tree } from "../../constructs/gitops/follower";
import { deliveryTree, firstVersionsFile, versionsFile } from "../../constructs/gitops/tree";
import { aws } from "../fixtures/aws";
import { environment } from "./synth";

type ServiceInput = EnvironmentInput["workloads"][number]["services"][number];

export const REPOSITORY: NonNullable<EnvironmentInput["gitops"]>["repository"] = {
  access: "public",
  url: "https://github.com/example-org/meridian",
};

/** The first service of the first workload, as an environment file writes it. */
export const firstService = (input: EnvironmentInput): ServiceInput =>
  input.workloads[0]?.services[0] as ServiceInput;

/** `aws` of the fixtures, delivered by Flux and tried by Flagger; with changes. */
export function delivered(change: (input: EnvironmentInput) => void = () => {}): Environment {
  const input = structuredClone(aws);
  change(input);
  return parseEnvironment(input, "aws");
}

/** `local` of the fixtures, its workload delivered by Flux. */
export const byFlux = (gitops: Partial<NonNullable<EnvironmentInput["gitops"]>> = {}): Environment =>
  environment("local", (input) => {
    input.gitops = { repository: REPOSITORY, ...gitops };
    (input.workloads[0] as { delivery?: string }).delivery = "flux";
  });

/** `vultr` of the fixtures, delivered by Argo CD; with changes. */
export const byArgoCd = (change: (input: EnvironmentInput) => void = () => {}): Environment =>
  environment("vultr", (input) => {
    input.gitops = { repository: REPOSITORY };
    (input.workloads[0] as { delivery?: string }).delivery = "argocd";
    change(input);
  });

/** Pages of all tools, for a group of people. */
export const consoles: NonNullable<EnvironmentInput["consoles"]> = {
  show: ["argocd", "grafana", "prometheus"],
  sso: {
    issuer: "https://login.example.com",
    clientId: "meridian",
    group: "platform-engineers",
    endpoints: {
      authorization: "https://login.example.com/authorize",
      token: "https://login.example.com/token",
      userInfo: "https://login.example.com/userinfo",
    },
  },
};

/** The files of an environment, with the versions' file as it begins. */
export const treeOf = (delivered: Environment): Tree => ({
  ...deliveryTree(delivered),
  [versionsFile(delivered.name)]: firstVersionsFile(delivered),
});
