import type { CloudRules } from "../rules/cloud-rules";
import { KUBERNETES_COMPUTED } from "./computed";
import { amountFindings } from "./judge/amounts";
import { chartValueFindings } from "./judge/chart-values";
import { connectionFindings } from "./judge/connections";
import { decodingFindings } from "./judge/decoding";
import { fragmentFindings } from "./judge/fragments";
import { duplicateFindings, nameFindings } from "./judge/names";
import { podSecurityFindings } from "./judge/pod-security";
import { podFindings } from "./judge/pods";
import { policyFindings } from "./judge/policies";
import { objectReferences } from "./judge/references";
import { serviceFindings } from "./judge/services";
import { KUBERNETES_KNOWN } from "./known";
import { KUBERNETES_LIFETIMES } from "./lifetimes";
import { clusterOf } from "./place";
import { prometheusFindings } from "./prometheus/judge";
import { traefikFindings } from "./traefik/judge";
import { KUBERNETES_VALUES } from "./values";

export const KUBERNETES: CloudRules = {
  known: KUBERNETES_KNOWN,
  lifetimes: KUBERNETES_LIFETIMES,
  computed: KUBERNETES_COMPUTED,
  judges: {
    "kubernetes/decoding": decodingFindings,
    "kubernetes/names": nameFindings,
    "kubernetes/duplicates": duplicateFindings,
    "kubernetes/amounts": amountFindings,
    "kubernetes/pods": podFindings,
    "kubernetes/pod-security": podSecurityFindings,
    "kubernetes/prometheus": prometheusFindings,
    "kubernetes/traefik": traefikFindings,
    "kubernetes/references": objectReferences,
    "kubernetes/services": serviceFindings,
    "kubernetes/policies": policyFindings,
    "kubernetes/connections": connectionFindings,
    "kubernetes/chart-values": chartValueFindings,
    "kubernetes/chart-fragments": fragmentFindings,
  },
  place: { providers: /^(kubernetes|helm)$/, of: clusterOf },
  values: KUBERNETES_VALUES,
};
