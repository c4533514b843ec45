import { record, text } from "./primitives";

/**
 * Where Helm charts come from. A mirror holds every third-party chart under its own name, for users without a way to
 * the public repositories.
 */
export const charts = record({
  /** `oci://` or `https://`. @default - each chart's own repository */
  mirror: text(
    "a chart repository",
    "oci://registry.example.com/charts",
    /^(?:oci|https):\/\/[a-z0-9.-]+(?::\d+)?(?:\/[\w.\-/]*)?$/,
  ).optional(),
});
