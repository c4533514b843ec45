/**
 * A variable's value as a pod has to write it: Kubernetes takes `$(NAME)` for another variable and `$$` for one dollar
 * (https://kubernetes.io/docs/tasks/inject-data-application/define-interdependent-environment-variables/). What the
 * configuration says is a text, and reaches the program as it stands, by every delivery.
 */
export const verbatim = (value: string): string => value.replaceAll("$", () => "$$");

/** The value that a pod writes so. */
export const fromVerbatim = (written: string): string => written.replaceAll("$$", () => "$");
