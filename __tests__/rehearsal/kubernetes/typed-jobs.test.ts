import { type Any, saysOfCluster } from "../fixtures/cluster";
import { resource } from "../fixtures/estate";

const labels = { "app.kubernetes.io/name": "migrate" };

/** A Job, and the policy of its pods, as the provider keeps them: every block is a list, and what is absent is null. */
const sound = () => ({
  job: {
    id: "shop/migrate",
    wait_for_completion: true,
    metadata: [{ name: "migrate", namespace: "shop", annotations: null, labels }],
    spec: [
      {
        backoff_limit: 2,
        completions: null,
        template: [
          {
            metadata: [{ labels }],
            spec: [
              {
                restart_policy: "Never",
                init_container: [],
                container: [
                  {
                    name: "migrate",
                    image: "ghcr.io/example/shop:1.2.3",
                    args: ["migrate"],
                    env: [
                      {
                        name: "TOKEN",
                        value: null,
                        value_from: [{ secret_key_ref: [{ name: "shop-key", key: "token" }] }],
                      },
                    ],
                    port: [],
                    resources: [{ requests: { cpu: "100m", memory: "64Mi" }, limits: { memory: "64Mi" } }],
                    security_context: [
                      {
                        allow_privilege_escalation: false,
                        run_as_user: "65532",
                        capabilities: [{ drop: ["ALL"], add: [] }],
                      },
                    ],
                  },
                ],
                security_context: [{ run_as_non_root: true, seccomp_profile: [{ type: "RuntimeDefault" }] }],
              },
            ],
          },
        ],
      },
    ],
  } as Any,
  policy: {
    metadata: [{ name: "migrate", namespace: "shop" }],
    spec: [
      {
        pod_selector: [{ match_labels: labels, match_expressions: [] }],
        policy_types: ["Ingress", "Egress"],
        ingress: [],
        egress: [
          {
            to: [
              {
                namespace_selector: [{ match_labels: { "kubernetes.io/metadata.name": "kube-system" } }],
                pod_selector: [{ match_labels: { "k8s-app": "kube-dns" } }],
                ip_block: [],
              },
            ],
            ports: [{ port: "53", protocol: "UDP" }],
          },
        ],
      },
    ],
  } as Any,
});

const says = (change: (objects: ReturnType<typeof sound>) => void = () => undefined) =>
  saysOfCluster((platform) => {
    const objects = structuredClone(sound());
    change(objects);
    const after = { dependencies: ["kubernetes_namespace_v1.Shop", "kubernetes_secret_v1.Key"] };
    platform.more = [
      resource("kubernetes_job_v1", "Job", objects.job, after),
      resource("kubernetes_network_policy_v1", "Policy", objects.policy, after),
    ];
  });

const pod = ({ job }: ReturnType<typeof sound>) => job.spec[0].template[0].spec[0];

it("has nothing against a job that is as it should be", () => {
  expect(says()).toEqual([]);
});

it.each<[string, (objects: ReturnType<typeof sound>) => void, RegExp]>([
  [
    "an image that changes by itself",
    (o) => (pod(o).container[0].image = "ghcr.io/example/shop:latest"),
    /container migrate has the image ghcr\.io\/example\/shop:latest, which changes by itself/,
  ],
  [
    "a Secret that nobody makes",
    (o) => (pod(o).container[0].env[0].value_from[0].secret_key_ref[0].name = "shop-keys"),
    /shop-keys/,
  ],
  ["pods that may be root", (o) => (pod(o).security_context[0].run_as_non_root = false), /runAsNonRoot/],
  [
    "a word outside of a list",
    (o) => (pod(o).restart_policy = "Nevr"),
    /restartPolicy: "Nevr" is not one of/,
  ],
  [
    "a container without a name",
    (o) => (pod(o).container[0].name = null),
    /containers\[0\]\.name: it is required/,
  ],
  [
    "a policy for pods that are not there",
    (o) => (o.policy.spec[0].pod_selector[0].match_labels = { a: "b" }),
    /NetworkPolicy shop\/migrate: spec\.podSelector .* matches no pod/,
  ],
])("finds %s", (_, change, expected) => {
  expect(says(change).join("\n")).toMatch(expected);
});
