/** Stands for the module that the benchmark writes: every class that is used, imported from its own file. */
export const classes: Readonly<Record<string, unknown>> = {};
