import { X509Certificate } from "node:crypto";
import type { EnvironmentInput } from "../../../config/schema/environment";
import { type Loose, objectsOf, releasesOf } from "../../support/helm";
import { schemaProblems } from "../../support/kubernetes-models";
import { restrictedViolations } from "../../support/pod-security";
import { environment, type Output, resourcesOf, synthesizeToMemory } from "../../support/synth";

type LetsEncrypt = Partial<Extract<NonNullable<EnvironmentInput["certificates"]>, { kind: "letsencrypt" }>>;

const synthesized = new Map<string, Output>();

/** An output for each choice of certificates, made once. */
function synth(certificates: LetsEncrypt = {}): Output {
  const choice = JSON.stringify(certificates);
  const output =
    synthesized.get(choice) ??
    synthesizeToMemory([
      environment("azure", (input) => {
        input.certificates = { kind: "letsencrypt", email: "platform@example.org", ...certificates };
      }),
    ]);
  synthesized.set(choice, output);
  return output;
}

const api = ({ workspaces }: Output) => workspaces["azure-api-deploy-us"];
const issuerOf = (output: Output) =>
  objectsOf(api(output)).find(({ kind }) => kind === "ClusterIssuer")?.["spec"];
const authorities = ({ workspaces }: Output) =>
  resourcesOf(workspaces["azure-global-lb"], "kubernetes_config_map_v1")[0]?.["data"] as Record<
    string,
    string
  >;

/** The Secrets that Terraform writes. */
const secretsOf = (output: Output) =>
  resourcesOf(api(output), "kubernetes_secret_v1").map(({ metadata, data, data_wo }) => ({
    name: (metadata as { name: string }).name,
    data: data ?? data_wo,
  }));

/** The resource of a Helm release, with its address. */
const release = (output: Output, name: string): readonly [string, Record<string, unknown>] => {
  const found = Object.entries(api(output)?.resource?.["helm_release"] ?? {}).find(
    ([, { name: own }]) => own === name,
  );
  if (!found) throw new Error(`no release ${name}`);
  return [`helm_release.${found[0]}`, found[1]];
};

it("there is no CA of the platform where Let's Encrypt and Cloudflare certify everybody", () => {
  expect(Object.keys(synth().workspaces)).not.toContain("azure-pki");
});

describe("the objects", () => {
  it.each(["dns-01", "http-01"] as const)("for %s are accepted by their kinds' schemas", (challenge) => {
    expect(schemaProblems(objectsOf(api(synth({ challenge }))))).toEqual([]);
  });

  it("order a certificate of the cluster's name, with a new key at each renewal", () => {
    const order = objectsOf(api(synth())).find(({ kind }) => kind === "Certificate");
    expect(order?.["spec"]).toMatchObject({
      secretName: "certificate",
      issuerRef: { kind: "ClusterIssuer", name: "letsencrypt-staging" },
      privateKey: { algorithm: "ECDSA", rotationPolicy: "Always" },
    });
  });

  it("go to staging first, and to production only when asked", () => {
    expect(issuerOf(synth()).acme.server).toBe("https://acme-staging-v02.api.letsencrypt.org/directory");
    expect(issuerOf(synth({ server: "production" })).acme.server).toBe(
      "https://acme-v02.api.letsencrypt.org/directory",
    );
  });
});

describe("order of installation", () => {
  const output = synth();
  const dependencies = (name: string) => release(output, name)[1]["depends_on"];

  it("is cert-manager, the issuer, the certificate, its issuance, the workload", () => {
    const jobs = Object.keys(api(output)?.resource?.["kubernetes_job_v1"] ?? {}).map(
      (id) => `kubernetes_job_v1.${id}`,
    );
    const [job] = resourcesOf(api(output), "kubernetes_job_v1");
    expect(dependencies("letsencrypt")).toContain(release(output, "cert-manager")[0]);
    expect(dependencies("certificate")).toEqual([release(output, "letsencrypt")[0]]);
    expect(job?.["depends_on"]).toEqual([release(output, "certificate")[0]]);
    expect(dependencies("api")).toEqual(expect.arrayContaining(jobs));
    expect(jobs).toHaveLength(1);
  });

  it("waits for the Secret itself, for a quarter of an hour", () => {
    const [job] = resourcesOf(api(output), "kubernetes_job_v1");
    expect(job).toMatchObject({
      wait_for_completion: true,
      timeouts: { create: "16m" },
      spec: { template: { spec: { volume: [{ secret: { secret_name: "certificate" } }] } } },
    });
  });

  it("waits in a pod that the namespace's standard admits", () => {
    const [job] = resourcesOf(api(output), "kubernetes_job_v1") as readonly [Loose];
    const { container, volume, ...pod } = job["spec"].template.spec;
    const camelCase = (value: unknown) =>
      JSON.parse(JSON.stringify(value).replace(/_([a-z])/g, (_, letter) => letter.toUpperCase()));
    expect(restrictedViolations(camelCase({ ...pod, containers: container, volumes: volume }))).toEqual([]);
  });

  it("pins cert-manager, whose definitions come with it and stay when it goes", () => {
    expect(release(output, "cert-manager")[1]).toMatchObject({ version: "v1.21.2", chart: "cert-manager" });
    expect(releasesOf(api(output))["cert-manager"]).toMatchObject({ crds: { enabled: true, keep: true } });
  });
});

describe("dns-01", () => {
  const output = synth({ challenge: "dns-01" });

  it("gives cert-manager a token of its own, in a Secret", () => {
    const [token] = secretsOf(output).filter(({ name }) => name === "cloudflare");
    expect(token).toMatchObject({ data: { token: "${var.cloudflare_dns_token}" } });
    expect(issuerOf(output).acme.solvers).toEqual([
      { dns01: { cloudflare: { apiTokenSecretRef: { name: "cloudflare", key: "token" } } } },
    ]);
  });

  it("opens no port", () => {
    expect(JSON.stringify(output.workspaces["azure-network-us"])).not.toContain("acme-http");
  });
});

describe("http-01", () => {
  const output = synth({ challenge: "http-01" });

  it("needs no token", () => {
    expect(secretsOf(output).map(({ name }) => name)).toEqual(["certificate-authority"]);
    expect(api(output)?.variable).toBeUndefined();
  });

  it("is answered through the region's own Traefik, which may reach the pod that answers", () => {
    expect(issuerOf(output).acme.solvers).toEqual([{ http01: { ingress: { ingressClassName: "traefik" } } }]);
    const policy = objectsOf(api(output)).find(({ metadata }) => metadata.name === "acme-http-solver");
    expect(policy?.["spec"]).toMatchObject({
      podSelector: { matchLabels: { "acme.cert-manager.io/http01-solver": "true" } },
      ingress: [{ ports: [{ port: 8089 }] }],
    });
  });
});

describe("an ingress that ends TLS itself", () => {
  const authoritiesFor = (server: "staging" | "production") =>
    secretsOf(synth({ server })).filter(({ name }) => name === "certificate-authority");

  it("is given the CAs of staging, and needs none for production", () => {
    expect(authoritiesFor("staging")).toEqual([
      { name: "certificate-authority", data: { "ca.crt": authorities(synth())["backend-ca.crt"] } },
    ]);
    expect(authoritiesFor("production")).toEqual([]);
  });
});

describe("the balancer verifies", () => {
  it("production by the CAs that every system knows", () => {
    expect(authorities(synth({ server: "production" }))).toEqual({
      "client-ca.crt": "${data.terraform_remote_state.azure-dns.outputs.origin-pull-ca}",
    });
  });

  it("staging by Let's Encrypt's four staging roots, each signed by itself and good for years", () => {
    const pems =
      authorities(synth())["backend-ca.crt"]?.match(/-----BEGIN[^-]+-----[^-]+-----END[^-]+-----/g) ?? [];
    const roots = pems.map((pem) => new X509Certificate(pem));
    expect(roots.map(({ subject }) => /CN=(.*)/.exec(subject)?.[1])).toEqual([
      "(STAGING) Pretend Pear X1",
      "(STAGING) Bogus Broccoli X2",
      "(STAGING) Yearning Yucca Root YE",
      "(STAGING) Yonder Yam Root YR",
    ]);
    for (const root of roots) {
      expect({ subject: root.subject, ca: root.ca, signed: root.verify(root.publicKey) }).toEqual({
        subject: root.subject,
        ca: true,
        signed: true,
      });
      expect(new Date(root.validTo).getFullYear()).toBeGreaterThanOrEqual(2035);
    }
  });
});
