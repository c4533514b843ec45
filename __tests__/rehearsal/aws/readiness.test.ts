import { type Platform, saysOfCluster } from "../fixtures/cluster";

const bound = (platform: Platform, labels: object): void => {
  Object.assign(platform.namespace.metadata[0].labels, labels);
  Object.assign(platform, {
    binding: {
      apiVersion: "elbv2.k8s.aws/v1beta1",
      kind: "TargetGroupBinding",
      metadata: { name: "shop", namespace: "shop" },
      spec: { serviceRef: { name: "shop", port: "http" }, targetGroupName: "shop", targetType: "ip" },
    },
  });
};

it("finds pods that are ready before their load balancer knows them", () => {
  expect(saysOfCluster((platform) => bound(platform, {})).join("\n")).toMatch(
    /TargetGroupBinding shop\/shop: the namespace lacks the label elbv2.k8s.aws\/pod-readiness-gate-inject: enabled/,
  );
});

it("accepts a namespace whose pods wait for it", () => {
  const says = saysOfCluster((platform) =>
    bound(platform, { "elbv2.k8s.aws/pod-readiness-gate-inject": "enabled" }),
  );
  expect(says.join("\n")).not.toMatch(/readiness-gate/);
});
