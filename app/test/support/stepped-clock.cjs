/**
 * Loaded before the program: SIGUSR2 steps the wall clock a year ahead, then a year behind, then back to what it is. As
 * in the kernel, the monotonic clock, and with it every timer, goes on.
 */
const RealDate = Date;
const YEAR_MS = 365 * 86_400_000;
const steps = [YEAR_MS, -YEAR_MS];
let offset = 0;

process.on("SIGUSR2", () => {
  offset = steps.shift() ?? 0;
});

globalThis.Date = class extends RealDate {
  constructor(...args) {
    super(...(args.length === 0 ? [RealDate.now() + offset] : args));
  }

  static now() {
    return RealDate.now() + offset;
  }
};
