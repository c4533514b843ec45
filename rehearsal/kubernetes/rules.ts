import type { CloudRules } from "../rules/cloud-rules";
import { KUBERNETES_COMPUTED } from "./computed";
import { amountFindings } from "./judge/amounts";
import { decodingFindings } from "./judge/decoding";
import { duplicateFindings, nameFindings } from "./judge/names";
import { podFindings } from "./judge/pods";
import { policyFindings } from "./judge/policies";
import { objectReferences } from "./judge/references";
import { serviceFindings } from "./judge/services";
import { clusterOf } from "./place";
import { KUBERNETES_VALUES } from "./values";

export const KUBERNETES: CloudRules = {
  computed: KUBERNETES_COMPUTED,
  judges: {
    "kubernetes/decoding": decodingFindings,
    "kubernetes/names": nameFindings,
    "kubernetes/duplicates": duplicateFindings,
    "kubernetes/amounts": amountFindings,
    "kubernetes/pods": podFindings,
    "kubernetes/references": objectReferences,
    "kubernetes/services": serviceFindings,
    "kubernetes/policies": policyFindings,
  },
  place: { providers: /^(kubernetes|helm)$/, of: clusterOf },
  values: KUBERNETES_VALUES,
};
