import { parse } from "yaml";
import type { EnvironmentInput } from "../../config/schema/environment";
import { byArgoCd, consoles } from "../support/delivery";
import { type Loose, objectsOf, releasesOf } from "../support/helm";
import { schemaProblems } from "../support/kubernetes-models";
import { problemsOf } from "../support/problems";
import { environment, resourcesOf, synthesizeToMemory, type Workspace } from "../support/synth";

const shown = (input: EnvironmentInput): void => {
  input.monitoring = { ...input.monitoring, hub: { cluster: "tooling" } };
  input.consoles = consoles;
};
const { workspaces, dependencies } = synthesizeToMemory([byArgoCd(shown)]);
const argocd = workspaces["vultr-argocd"];
const hub = workspaces["vultr-monitoring-tooling"];

const TOOLING = "data.terraform_remote_state.vultr-cluster-addons-tooling.outputs.host";
const hostOf = (tool: string) => `${tool}.\${${TOOLING}}`;
const ofKind = (workspace: Workspace | undefined, kind: string): readonly Loose[] =>
  objectsOf(workspace).filter((object) => object.kind === kind);
const secretNamed = (workspace: Workspace | undefined, name: string) =>
  resourcesOf(workspace, "kubernetes_secret_v1").find(
    ({ metadata }) => (metadata as { name: string }).name === name,
  );

describe("pages of tools", () => {
  it.each([
    ["argocd", argocd, "argocd-server"],
    ["grafana", hub, "grafana"],
    ["prometheus", hub, "sign-in"],
  ] as const)("%s has a name of its own, where Traefik ends TLS for it alone", (tool, workspace, service) => {
    const [route] = ofKind(workspace, "IngressRoute").filter(
      ({ metadata }) => metadata.name === `console-${service}`,
    );
    expect(route?.["spec"]).toMatchObject({
      entryPoints: ["websecure"],
      routes: [
        { match: `\${jsonencode("Host(\`${hostOf(tool)}\`)")}`, services: [{ name: service, port: 80 }] },
      ],
      tls: { secretName: "consoles" },
    });
    const [certificate] = ofKind(workspace, "Certificate").filter(
      ({ metadata }) => metadata.name === "consoles",
    );
    expect(certificate?.["spec"]).toMatchObject({ issuerRef: { name: "cluster" } });
    expect(JSON.stringify(certificate?.["spec"].dnsNames)).toContain(`${tool}.`);
    const [admission] = ofKind(workspace, "NetworkPolicy").filter(
      ({ metadata }) => metadata.name === `console-${service}`,
    );
    expect(JSON.stringify(admission?.["spec"].ingress)).toContain('"app.kubernetes.io/name":"traefik"');
    expect(admission?.["spec"].ingress).toHaveLength(1);
  });

  it("are shown to members of the group alone, by a client whose secret is in no file", () => {
    const { configs, global } = releasesOf(argocd)["argocd"] as Loose;
    expect(global).toEqual({ domain: `\${jsonencode("${hostOf("argocd")}")}` });
    expect(parse(configs.cm["oidc.config"])).toMatchObject({
      issuer: "https://login.example.com",
      clientID: "meridian",
      clientSecret: "$sso:clientSecret",
    });
    expect(configs.cm["admin.enabled"]).toBe(false);
    expect(configs.rbac).toEqual({ "policy.csv": "g, platform-engineers, role:admin\n" });
    const { grafana } = releasesOf(hub)["monitoring"] as Loose;
    expect(grafana["grafana.ini"]).toMatchObject({
      server: { root_url: `\${jsonencode("https://${hostOf("grafana")}")}` },
      auth: { disable_login_form: true },
      "auth.generic_oauth": {
        role_attribute_path: "contains(groups[*], 'platform-engineers') && 'Admin'",
        role_attribute_strict: true,
      },
    });
    const [proxy] = ofKind(hub, "Deployment");
    expect(proxy?.["spec"].template.spec.containers[0].args).toEqual(
      expect.arrayContaining([
        "--allowed-group=platform-engineers",
        "--upstream=http://monitoring-prometheus:9090",
      ]),
    );
    for (const workspace of [argocd, hub]) {
      expect(secretNamed(workspace, "sso")?.["data_wo"]).toEqual({
        clientSecret: "${var.sso_client_secret}",
      });
      expect(workspace?.variable?.["sso_client_secret"]).toMatchObject({ sensitive: true });
      const releases = resourcesOf(workspace, "helm_release").map(({ values }) => JSON.stringify(values));
      expect(releases.join()).not.toContain("var.sso_client_secret");
    }
  });

  it("leave the receiver as it is: it asks for certificates, and they do not", () => {
    const [receiver] = ofKind(hub, "IngressRoute").filter(({ metadata }) => metadata.name === "receiver");
    expect(receiver?.["spec"].tls).toEqual({
      secretName: "certificate",
      options: { name: "writers", namespace: "monitoring" },
    });
  });

  it("come after the ingress of their cluster, and are made of objects that their kinds' schemas accept", () => {
    for (const id of ["vultr-argocd", "vultr-monitoring-tooling"]) {
      expect(dependencies[id]).toContain("vultr-cluster-addons-tooling");
      expect(schemaProblems(objectsOf(workspaces[id]))).toEqual([]);
    }
  });

  it("are none unless somebody asks for them", () => {
    const { workspaces: plain } = synthesizeToMemory([byArgoCd()]);
    expect(ofKind(plain["vultr-argocd"], "IngressRoute")).toEqual([]);
    expect(plain["vultr-argocd"]?.variable).toBeUndefined();
  });
});

describe("a page that cannot be shown is refused", () => {
  it.each<[string, (input: EnvironmentInput) => void, string]>([
    [
      "of a tool that is not there",
      (input) => {
        input.consoles = { ...consoles, show: ["prometheus"] };
      },
      "consoles.show[0]: there is no monitoring.hub, whose Prometheus that would be; expected it to be, or not to be shown",
    ],
    [
      "to everybody",
      (input) => {
        input.consoles = { show: ["argocd"] } as never;
      },
      "consoles.sso: ",
    ],
    [
      "by a Grafana that does not know where to ask",
      (input) => {
        shown(input);
        const { endpoints: _, ...sso } = consoles.sso;
        input.consoles = { ...consoles, sso };
      },
      "consoles.sso.endpoints: Grafana must be told where the issuer does what; expected",
    ],
    [
      "with the client's secret in the configuration",
      (input) => {
        input.consoles = { ...consoles, sso: { ...consoles.sso, clientSecret: "s3cret" } as never };
      },
      "TF_VAR_sso_client_secret",
    ],
  ])("%s", (_, change, message) => {
    const problems = problemsOf(() => byArgoCd(change));
    expect(problems.join("\n")).toContain(message);
    expect(problems.join("\n")).not.toContain("s3cret");
  });

  it("on clusters that certify no names of tools", () => {
    const problems = problemsOf(() =>
      environment("local", (input) => {
        input.consoles = { ...consoles, show: ["argocd"] };
      }),
    );
    expect(problems).toEqual([expect.stringContaining('consoles: no cluster has the role "tooling"')]);
  });
});
