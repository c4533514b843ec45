import { withSecretOptions } from "../../commands/secrets-table";
import { environment, synthesizeToMemory } from "../support/synth";

type Input = Parameters<NonNullable<Parameters<typeof environment>[1]>>[0];

interface Secret {
  readonly metadata: { readonly name: string };
  readonly data_wo_revision?: number;
}

/** The revisions of what variables write, by workspace and name of the Secret. */
function revisions(secretVersions: Record<string, number>): Readonly<Record<string, number>> {
  const changed = environment("azure", (input: Input) => {
    input.secretVersions = secretVersions;
    input.monitoring = { ...input.monitoring, alerts: { kind: "webhook" } };
    for (const workload of input.workloads) {
      for (const service of workload.services) service.secrets = { API_TOKEN: "api_token" };
    }
  });
  const { workspaces } = synthesizeToMemory([changed]);
  return Object.fromEntries(
    Object.entries(workspaces).flatMap(([id, { resource }]) =>
      Object.values((resource?.["kubernetes_secret_v1"] ?? {}) as unknown as Record<string, Secret>).flatMap(
        (secret) =>
          secret.data_wo_revision === undefined
            ? []
            : [[`${id} ${secret.metadata.name}`, secret.data_wo_revision]],
      ),
    ),
  );
}

it("a version writes the Secrets again that hold the variable, in every cluster, and no other", () => {
  const before = revisions({});
  const after = revisions({ api_token: 2 });
  const changed = Object.keys(before).filter((secret) => before[secret] !== after[secret]);
  expect(changed).toEqual(["azure-api-deploy-eu api-secrets", "azure-api-deploy-us api-secrets"]);
  expect(Object.keys(before)).toContain("azure-monitoring-eu alert-webhook");
});

it("a version reaches every workspace that has such Secrets", () => {
  const versions = { alert_webhook_url: 2, remote_write_token: 2 };
  const all = withSecretOptions().map((shipped) => ({ ...shipped, secretVersions: versions }));
  expect(all.length).toBeGreaterThan(3);
  expect(() => synthesizeToMemory(all)).not.toThrow();
});

it("a version of what no Secret holds is refused, with the names that there are", () => {
  expect(() => revisions({ api_tokn: 2, cloudflare_api_token: 2 })).toThrow(
    /config\/environments\/azure\.ts: 2 problems\n {2}secretVersions\.api_tokn: no Secret of a cluster holds this variable; expected one of alert_webhook_url, api_token\n/,
  );
});
