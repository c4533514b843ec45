// Preloaded by `traced.ts`: every construct remembers where it was made, and cdktf writes that into its metadata. Without
// it nothing is remembered: it would make every synthesis slower for the few that are asked about.
const { Node } = require("constructs");

Error.stackTraceLimit = 50; // deep enough for a resource inside constructs inside a stack

const { addMetadata } = Node.prototype;
Node.prototype.addMetadata = function withTrace(type, data, options) {
  const traced =
    type === "stacktrace" ? { ...options, stackTrace: true, traceFromFunction: withTrace } : options;
  return addMetadata.call(this, type, data, traced);
};
