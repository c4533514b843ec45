/** Values of a chart, or a part of them. */
export type Values = Readonly<Record<string, unknown>>;

export const isMap = (value: unknown): value is Values =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * What a chart's templates get to see: values laid over the chart's own, as Helm does it. Maps are merged key by key, a
 * list or a scalar replaces the chart's, and `null` takes a key of the chart's away
 * (https://helm.sh/docs/chart_template_guide/values_files/#deleting-a-default-key). Where one side is a map and the other
 * is not, Helm warns and keeps what was given.
 */
export function merged(given: Values, own: Values): Values {
  const result: Record<string, unknown> = { ...own };
  for (const [key, value] of Object.entries(given)) {
    const default_ = own[key];
    if (value === null && key in own) delete result[key];
    else result[key] = isMap(value) && isMap(default_) ? merged(value, default_) : value;
  }
  return result;
}
