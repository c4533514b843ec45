import type { KubernetesObject } from "../../../constructs/kubernetes/object";
import {
  type Change,
  objectsIn,
  only,
  synthesizeAws,
  withAcm,
  withPassthrough,
  withPlainHttp,
} from "../../support/aws";
import { schemaProblems } from "../../support/kubernetes-models";
import { podsIn, restrictedViolations } from "../../support/pod-security";
import { trace } from "../../support/remote-state";
import { type Output, resourcesOf } from "../../support/synth";

const ways = {
  "the platform's CA": synthesizeAws(),
  "the platform's CA in the pods": synthesizeAws(withPassthrough),
  ACM: synthesizeAws(withAcm),
  "plain HTTP": synthesizeAws(withPlainHttp),
};
type Way = keyof typeof ways;

const find = (objects: readonly KubernetesObject[], kind: string) => {
  const found = objects.find((object) => object.kind === kind);
  if (!found) throw new Error(`no ${kind} among ${objects.map((object) => object.kind).join(", ")}`);
  return found as KubernetesObject & { readonly spec: Record<string, unknown> };
};

const HTTP = { port: 80, protocol: "HTTP" };

/** What goes with a way in, from the accelerator to the pods. */
interface Expected {
  readonly port: number;
  readonly listener: string;
  readonly balancer: "network" | "application";
  /** What the balancer speaks to the Envoys. */
  readonly protocol: string;
  /** The Envoys' port for users, and the one that is asked whether they are well. */
  readonly target: number;
  readonly check: { readonly protocol: string; readonly port: string };
  readonly gateway: readonly object[];
  readonly route: "HTTPRoute" | "TLSRoute";
}

const CERTIFICATE = { mode: "Terminate", certificateRefs: [{ name: "certificate" }] };

describe.each<[Way, Expected]>([
  [
    "the platform's CA",
    {
      port: 443,
      listener: "TCP",
      balancer: "network",
      protocol: "TCP",
      target: 8443,
      check: { protocol: "HTTP", port: "8080" },
      gateway: [{ port: 443, protocol: "HTTPS", tls: CERTIFICATE }, HTTP],
      route: "HTTPRoute",
    },
  ],
  [
    "the platform's CA in the pods",
    {
      port: 443,
      listener: "TCP",
      balancer: "network",
      protocol: "TCP",
      target: 8443,
      check: { protocol: "HTTPS", port: "8443" },
      gateway: [{ port: 443, protocol: "TLS", tls: { mode: "Passthrough" } }],
      route: "TLSRoute",
    },
  ],
  [
    "ACM",
    {
      port: 443,
      listener: "HTTPS",
      balancer: "application",
      protocol: "HTTP",
      target: 8080,
      check: { protocol: "HTTP", port: "8080" },
      gateway: [HTTP],
      route: "HTTPRoute",
    },
  ],
  [
    "plain HTTP",
    {
      port: 80,
      listener: "TCP",
      balancer: "network",
      protocol: "TCP",
      target: 8080,
      check: { protocol: "HTTP", port: "8080" },
      gateway: [HTTP],
      route: "HTTPRoute",
    },
  ],
])("with %s", (way, { port, listener, balancer, protocol, target, check, gateway, route }) => {
  const { workspaces } = ways[way];
  const addons = workspaces["aws-cluster-addons-west"];
  const objects = objectsIn(workspaces["aws-api-deploy-west"]);

  it("the accelerator and the load balancers answer one port", () => {
    expect(only(workspaces["aws-global-lb"], "aws_globalaccelerator_listener")).toMatchObject({
      protocol: "TCP",
      port_range: [{ from_port: port, to_port: port }],
      client_affinity: "SOURCE_IP",
    });
    expect(only(addons, "aws_lb_listener")).toMatchObject({ port, protocol: listener });
  });

  it("a region is healthy while some pod of the service says that it is ready, through the ingress", () => {
    expect(only(addons, "aws_lb_target_group")).toMatchObject({
      target_type: "ip",
      protocol,
      port: target,
      health_check: { ...check, path: "/readyz", matcher: "200" },
    });
  });

  it("users pass the balancer by its one port, and the balancer reaches nothing but the ingress' pods", () => {
    const open = resourcesOf(addons, "aws_vpc_security_group_ingress_rule").filter(
      (rule) => "cidr_ipv4" in rule,
    );
    expect(open).toMatchObject([{ from_port: port, to_port: port }]);
    const portsOf = (rules: readonly Record<string, unknown>[]) =>
      rules
        .filter((rule) => String(rule["referenced_security_group_id"] ?? "") !== "")
        .map((rule) => `${rule["from_port"]} to ${rule["to_port"]}`)
        .sort();
    const reached = [...new Set([Number(check.port), target])].map((each) => `${each} to ${each}`);
    expect(portsOf(resourcesOf(addons, "aws_vpc_security_group_egress_rule"))).toEqual(reached);
    expect(portsOf(resourcesOf(addons, "aws_vpc_security_group_ingress_rule"))).toEqual(reached);
    expect(
      resourcesOf(addons, "aws_vpc_security_group_egress_rule").filter((rule) => "cidr_ipv4" in rule),
    ).toEqual([]);
    expect(only(addons, "aws_lb")).toMatchObject({ internal: true, load_balancer_type: balancer });
  });

  it("the service is reached by a route of the Gateway, which its network policy admits", () => {
    expect(find(objects, route).spec).toMatchObject({
      parentRefs: [{ name: "contour", namespace: "projectcontour" }],
      rules: [{ backendRefs: [{ name: "api", port: route === "TLSRoute" ? 443 : 80 }] }],
    });
    const admitted = objects.filter(
      ({ kind, metadata }) => kind === "NetworkPolicy" && metadata.name === "api",
    );
    expect(JSON.stringify(admitted)).toContain("projectcontour");
    expect(JSON.stringify(admitted)).not.toContain("traefik");
  });

  it("the Gateway listens to users, and to the health check where that cannot come as users do", () => {
    expect(find(objectsIn(addons), "Gateway").spec).toMatchObject({ listeners: gateway });
  });

  it("the load balancers' pods are targets by the port that users call", () => {
    expect(find(objectsIn(addons), "TargetGroupBinding").spec).toMatchObject({
      serviceRef: { port: target === 8443 ? "https" : "http" },
    });
  });

  it("the API speaks what it is spoken to, and says so itself", () => {
    const container = podsIn(objects)[0]?.[1].containers[0];
    const plain = route === "HTTPRoute";
    expect(container?.env).toContainEqual({ name: "API_PLAIN_HTTP", value: String(plain) });
    expect(container?.readinessProbe?.httpGet?.scheme).toBe(plain ? "HTTP" : "HTTPS");
    expect(container?.ports?.[0]).toMatchObject(
      plain ? { name: "http", containerPort: 8080 } : { name: "https", containerPort: 8443 },
    );
  });

  it("all objects are what their kinds' schemas accept", () => {
    const known = [...objects, ...objectsIn(addons)].filter(({ kind }) => kind !== "TargetGroupBinding");
    expect(known.length).toBeGreaterThan(8);
    expect(schemaProblems(known)).toEqual([]);
    for (const [, pod] of podsIn(objects)) expect(restrictedViolations(pod)).toEqual([]);
  });
});

describe("the load balancer", () => {
  const output = ways["the platform's CA"];
  const addons = output.workspaces["aws-cluster-addons-central"];

  it("is made by Terraform, so that the accelerator reads its ARN and looks for nothing", () => {
    const group = resourcesOf(output.workspaces["aws-global-lb"], "aws_globalaccelerator_endpoint_group");
    const [endpoint] = group.flatMap(
      ({ endpoint_configuration: endpoints }) => endpoints as { endpoint_id: string }[],
    );
    expect(trace(output, "aws-global-lb", endpoint?.endpoint_id)).toBe("aws-central's arn");
  });

  it("is filled by name: the target group that is bound is the one that exists, after the controller", () => {
    const binding = find(objectsIn(addons), "TargetGroupBinding");
    expect(binding.spec).toEqual({
      serviceRef: { name: "contour-envoy", port: "https" },
      targetGroupName: "aws-central",
      targetType: "ip",
    });
    expect(only(addons, "aws_lb_target_group")["name"]).toBe("aws-central");
    const release = resourcesOf(addons, "helm_release").find(({ name }) => name === "targets");
    const before = ((release?.["depends_on"] ?? []) as string[]).join(" ");
    expect(before).toContain("helm_release.LoadBalancerController");
    expect(before).toContain("helm_release.Contour_Gateway");
    expect(before).toContain("aws_lb_target_group");
  });

  it.each(Object.keys(ways) as Way[])(
    "is one that the accelerator takes, with users' addresses, by %s",
    (way) => {
      const { workspaces } = ways[way];
      const [group] = resourcesOf(workspaces["aws-global-lb"], "aws_globalaccelerator_endpoint_group");
      expect(group?.["endpoint_configuration"]).toMatchObject([{ client_ip_preservation_enabled: true }]);
      const balancer = only(workspaces["aws-cluster-addons-west"], "aws_lb");
      const target = only(workspaces["aws-cluster-addons-west"], "aws_lb_target_group");
      // An application load balancer names the user in a header; it knows nothing to preserve.
      expect(target["preserve_client_ip"]).toBe(
        balancer["load_balancer_type"] === "network" ? "true" : undefined,
      );
    },
  );

  it("that ends TLS speaks nothing older than 1.2, and gives up idle connections before the Envoys do", () => {
    const acm = ways.ACM.workspaces["aws-cluster-addons-west"];
    expect(only(acm, "aws_lb_listener")).toMatchObject({
      ssl_policy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
      certificate_arn: expect.stringContaining("west-certificate"),
    });
    expect(only(acm, "aws_lb")).toMatchObject({ idle_timeout: 50, drop_invalid_header_fields: true });
  });
});

describe("the accelerator", () => {
  const groupsOf = ({ workspaces }: Output) =>
    resourcesOf(workspaces["aws-global-lb"], "aws_globalaccelerator_endpoint_group")
      .map((group) => ({
        region: group["endpoint_group_region"],
        dial: group["traffic_dial_percentage"],
        weights: (group["endpoint_configuration"] as { weight: number }[]).map(({ weight }) => weight),
      }))
      .sort((one, other) => String(one.region).localeCompare(String(other.region)));
  const routed = (change: Change) => groupsOf(synthesizeAws(change));

  it("sends everybody to the nearest region, unless told otherwise", () => {
    expect(groupsOf(ways["the platform's CA"])).toEqual([
      { region: "eu-central-1", dial: 100, weights: [128] },
      { region: "eu-west-2", dial: 100, weights: [128] },
    ]);
  });

  it("takes weights and dials as configured", () => {
    const groups = routed((input) => {
      input.balancer = {
        kind: "global-accelerator",
        routing: { kind: "nearest", endpoints: { west: { weight: 0, dial: 25 } } },
        clientAffinity: "none",
      };
    });
    expect(groups[1]).toEqual({ region: "eu-west-2", dial: 25, weights: [0] });
  });

  it("keeps a warm standby at dial 0 and a weight above it: failover ignores the one, and needs the other", () => {
    const groups = routed((input) => {
      input.balancer = {
        kind: "global-accelerator",
        routing: { kind: "warm-standby", primary: "west" },
      };
    });
    expect(groups).toEqual([
      { region: "eu-central-1", dial: 0, weights: [128] },
      { region: "eu-west-2", dial: 100, weights: [128] },
    ]);
  });

  it("has no health checks of its own, which AWS would not use", () => {
    for (const { workspaces } of Object.values(ways))
      for (const group of resourcesOf(workspaces["aws-global-lb"], "aws_globalaccelerator_endpoint_group"))
        expect(Object.keys(group).filter((key) => /health|threshold/.test(key))).toEqual([]);
  });

  it.each<[Way, RegExp]>([
    ["the platform's CA", /^https:\/\/aws\.internal$/],
    ["ACM", /^https:\/\/api\.example\.com$/],
    ["plain HTTP", /^http:\/\/\$\{aws_globalaccelerator_accelerator\.[\w]+\.dns_name\}$/],
  ])("with %s tells users a URL whose name is proven, and AWS' own name", (way, url) => {
    const outputs = ways[way].workspaces["aws-global-lb"]?.output;
    expect(outputs?.["url"]?.value).toMatch(url);
    expect(outputs?.["address"]?.value).toMatch(/\.dns_name\}$/);
  });
});

describe("a domain in Route 53", () => {
  const { workspaces, dependencies } = ways.ACM;

  it("leads to the accelerator", () => {
    expect(only(workspaces["aws-global-lb"], "aws_route53_record")).toMatchObject({
      name: "api.example.com",
      type: "A",
      alias: { evaluate_target_health: false },
    });
  });

  it("is proven by one record, for a certificate in every region", () => {
    const dns = workspaces["aws-dns"];
    expect(resourcesOf(dns, "aws_acm_certificate").map(({ region }) => region)).toEqual([
      "eu-central-1",
      "eu-west-2",
    ]);
    expect(resourcesOf(dns, "aws_route53_record")).toHaveLength(1);
    expect(dependencies["aws-cluster-addons-west"]).toContain("aws-dns");
    expect(only(workspaces["aws-cluster-addons-west"], "aws_lb_listener")["certificate_arn"]).toBe(
      "${data.terraform_remote_state.aws-dns.outputs.west-certificate}",
    );
  });
});

describe("the gateway's certificate", () => {
  const output = ways["the platform's CA"];
  const addons = output.workspaces["aws-cluster-addons-west"];

  it("is the cluster's own of the platform's CA, in a Secret that no Helm release holds", () => {
    const [secret] = resourcesOf(addons, "kubernetes_secret_v1") as unknown as {
      type: string;
      metadata: { name: string };
      data: Record<string, string>;
    }[];
    expect(secret).toMatchObject({ type: "kubernetes.io/tls", metadata: { name: "certificate" } });
    expect(secret?.data["tls.crt"]).toContain("aws-pki.outputs.west-certificate");
    expect(JSON.stringify(resourcesOf(addons, "helm_release"))).not.toContain("west-key");
  });

  it("is there before the Gateway that refers to it", () => {
    const gateway = resourcesOf(addons, "helm_release").find(({ name }) => name === "gateway");
    expect(gateway?.["depends_on"]).toContainEqual(expect.stringContaining("kubernetes_secret_v1.Contour_"));
  });

  it("is read by nobody else in the cluster: neither pods nor Prometheus need it", () => {
    expect(output.dependencies["aws-api-deploy-west"]).not.toContain("aws-pki");
    expect(output.dependencies["aws-monitoring-west"]).not.toContain("aws-pki");
  });

  it("is none where TLS ends elsewhere", () => {
    for (const way of ["the platform's CA in the pods", "ACM", "plain HTTP"] as const) {
      const workspace = ways[way].workspaces["aws-cluster-addons-west"];
      expect(resourcesOf(workspace, "kubernetes_secret_v1")).toEqual([]);
      expect(ways[way].dependencies["aws-cluster-addons-west"]).not.toContain("aws-pki");
    }
  });
});

describe("the API", () => {
  const { workspaces } = ways["the platform's CA in the pods"];
  const [, pod] = podsIn(objectsIn(workspaces["aws-api-deploy-west"]))[0] ?? [];

  it("comes from the registry of its own region", () => {
    const images = [...(pod?.initContainers ?? []), ...(pod?.containers ?? [])].map(({ image }) => image);
    expect(new Set(images)).toEqual(
      new Set(["000000000000.dkr.ecr.eu-west-2.amazonaws.com/meridian/api:0.1.0"]),
    );
    const env = pod?.containers[0]?.env;
    expect(env).toContainEqual({ name: "API_REGION", value: "west" });
    expect(env).toContainEqual({
      name: "API_IMAGE",
      value: "000000000000.dkr.ecr.eu-west-2.amazonaws.com/meridian/api:0.1.0",
    });
  });

  it("keeps its certificate in memory, so that no volume binds its pods to one zone", () => {
    expect(pod?.volumes).toContainEqual({
      name: "certificate",
      emptyDir: { medium: "Memory", sizeLimit: "1Mi" },
    });
    expect(resourcesOf(workspaces["aws-api-deploy-west"], "kubernetes_persistent_volume_claim_v1")).toEqual(
      [],
    );
  });

  it("proves the one name that all regions share", () => {
    const requests = resourcesOf(workspaces["aws-pki"], "tls_cert_request").map(
      ({ dns_names: names }) => names,
    );
    expect(requests).toEqual([["aws.internal"], ["aws.internal"]]);
  });

  it("may be drained: of two replicas one may be missing, and the autoscaler adds more", () => {
    const objects = objectsIn(workspaces["aws-api-deploy-west"]);
    expect(find(objects, "PodDisruptionBudget").spec).toMatchObject({ maxUnavailable: 1 });
    expect(find(objects, "HorizontalPodAutoscaler").spec).toMatchObject({ minReplicas: 2, maxReplicas: 6 });
  });
});
