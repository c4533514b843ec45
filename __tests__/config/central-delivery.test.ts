import type { EnvironmentInput } from "../../config/schema/environment";
import { firstService, REPOSITORY } from "../support/delivery";
import { problemsOf } from "../support/problems";
import { environment } from "../support/synth";

type Change = (input: EnvironmentInput) => void;

const argocd =
  (change: Change = () => {}): Change =>
  (input) => {
    input.gitops = { repository: REPOSITORY };
    (input.workloads[0] as { delivery?: string }).delivery = "argocd";
    change(input);
  };

it("takes Argo CD where one cluster has the tools", () => {
  expect(problemsOf(() => environment("vultr", argocd()))).toEqual([]);
});

describe("a delivery from one cluster is answered with where it is wrong and what is good instead", () => {
  it.each<[string, Change, string]>([
    [
      "nowhere to run",
      argocd(({ regions }) => {
        delete regions["us-west"];
      }),
      'workloads[0].delivery: "argocd" runs in one cluster and delivers into the others; expected one cluster with role "tooling", and there is none',
    ],
    [
      "two places to run",
      argocd(({ regions }) => {
        Object.assign(regions["us-east"]?.clusters as object, { tools: { kind: "vke", role: "tooling" } });
      }),
      'workloads[0].delivery: "argocd" runs in one cluster and delivers into the others; expected one cluster with role "tooling", and there are tooling, tools',
    ],
    [
      "no repository",
      argocd((input) => {
        delete input.gitops;
      }),
      'workloads[0].delivery: "argocd" follows a repository; expected one',
    ],
    [
      "a repository that is none",
      argocd((input) => {
        input.gitops = { repository: { access: "public", url: "github.com/example-org/meridian" } };
      }),
      "gitops.repository.url: expected the repository, an https URL",
    ],
    [
      "two that follow one folder",
      argocd((input) => {
        const [first] = input.workloads as [EnvironmentInput["workloads"][number]];
        const service = { ...firstService(input), name: "other", exposure: "none" as const };
        input.workloads.push({
          ...first,
          name: "other",
          namespace: "other",
          delivery: "flux",
          services: [{ ...service, image: "ghcr.io/example/other:1.0.0" }],
        });
      }),
      'workloads[1].delivery: "flux" would follow the folder that "argocd" follows; expected one of them for all workloads',
    ],
    [
      "options without use",
      (input) => {
        input.gitops = { repository: REPOSITORY, argocd: { highAvailability: true } };
        (input.workloads[0] as { delivery?: string }).delivery = "flux";
      },
      'gitops.argocd: no workload is delivered by "argocd"; expected one, or no argocd',
    ],
    [
      "a group without use",
      (input) => {
        (input.workloads[0] as { group?: string }).group = "storefront";
      },
      'workloads[0].group: "terraform" knows no groups; expected delivery "argocd", or no group',
    ],
    [
      "a late name in one cluster alone",
      argocd((input) => {
        firstService(input).overrides = { "eu-west": { env: { CALLBACK: "https://{host}/" } } };
      }),
      "workloads[0].services[0].overrides.eu-west.env.CALLBACK: {host} is known only at apply, and is put into all clusters alike; expected it in env",
    ],
    [
      "a late name in all clusters but one",
      argocd((input) => {
        firstService(input).env = { CALLBACK: "https://{host}/" };
        firstService(input).overrides = { "eu-west": { env: { CALLBACK: "https://example.com/" } } };
      }),
      "workloads[0].services[0].overrides.eu-west.env.CALLBACK: {host} is known only at apply",
    ],
  ])("%s", (_, change, message) => {
    expect(problemsOf(() => environment("vultr", change)).join("\n")).toContain(message);
  });
});

it("takes a name of one cluster alone where people chose the names", () => {
  expect(
    problemsOf(() =>
      environment(
        "vultr",
        argocd((input) => {
          input.domain = "api.example.com";
          firstService(input).overrides = { "eu-west": { env: { CALLBACK: "https://{host}/" } } };
        }),
      ),
    ),
  ).toEqual([]);
});
