type Json = Readonly<Record<string, unknown>>;

/**
 * What cdktf notes about a workspace in its JSON, for the file beside the HCL: there the CLI looks for the outputs' names.
 * Elements keep their notes, and nothing else.
 */
export const metadataOf = ({ "//": notes, terraform, resource, data }: Json): Json => ({
  "//": notes,
  terraform,
  ...(resource === undefined ? {} : { resource: notesOf(resource as Json) }),
  ...(data === undefined ? {} : { data: notesOf(data as Json) }),
});

const notesOf = (types: Json): Json => mapped(types, (all) => mapped(all as Json, noteOf));

const noteOf = (element: unknown): Json => ({ "//": (element as Json)["//"] });

const mapped = (object: Json, make: (value: unknown) => unknown): Json =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, make(value)]));
