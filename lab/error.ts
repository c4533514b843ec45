/** A problem that its reader can mend: printed without a stack trace. */
export class LabError extends Error {}
