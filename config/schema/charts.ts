import { record, url } from "./primitives";

/**
 * Where Helm charts come from. A mirror holds every third-party chart under its own name, for users without a way to
 * the public repositories.
 */
export const charts = record({
  /** `oci://` or `https://`. @default - each chart's own repository */
  mirror: url("a chart repository", "oci://registry.example.com/charts", {
    schemes: ["oci", "https"],
    secrets: "who applies signs in by `helm registry login`",
  }).optional(),
});
