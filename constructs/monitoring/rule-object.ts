import type { IPrometheusRule } from "@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/PrometheusRule";
import type { RuleGroup } from "../../dashboards/rules";
import type { KubernetesObject } from "../kubernetes/object";
import { NAMESPACE } from "./place";

/** The rules as the operator takes them; the groups are the same as in a rule file. */
export const ruleObject = (groups: readonly RuleGroup[]): IPrometheusRule & KubernetesObject => ({
  apiVersion: "monitoring.coreos.com/v1",
  kind: "PrometheusRule",
  metadata: { name: "meridian", namespace: NAMESPACE },
  spec: {
    groups: groups.map(({ name, rules }) => ({
      name,
      rules: rules.map((rule) => ({ ...rule, labels: { ...rule.labels } })),
    })),
  },
});
