/** The names that a job's environment variable may hold in braces, such as `{region}`. */
export const JOB_TEMPLATE_NAMES = ["environment", "region", "cluster", "host", "image"] as const;

/** Those of a service's, which listens too. */
export const TEMPLATE_NAMES = [
  ...JOB_TEMPLATE_NAMES,
  "port",
  "metrics-port",
  "plain-http",
  "proxies",
] as const;

/** What each name stands for in one service, or job, of one cluster. */
export type TemplateValues = Readonly<Partial<Record<(typeof TEMPLATE_NAMES)[number], string>>>;

/**
 * `{name}`, or `{{name}}` for those who want the braces themselves. JSON (quotes follow its braces) and a shell's
 * `${name}` are left alone.
 */
const FORM = /(?<![$%])(?:\{\{([a-z][a-z-]*)\}\}|\{([a-z][a-z-]*)\})/g;

/** Puts values in the place of their names; `{{name}}` becomes `{name}`. */
export const fillTemplate = (text: string, values: TemplateValues): string =>
  text.replace(FORM, (whole: string, quoted: string | undefined, name: string | undefined) =>
    quoted !== undefined ? `{${quoted}}` : (values[name as keyof TemplateValues] ?? whole),
  );

/** The names that a value holds, known or not. */
export const namesInTemplate = (text: string): readonly string[] =>
  [...text.matchAll(FORM)].flatMap(([, , name]) => (name === undefined ? [] : [name]));
