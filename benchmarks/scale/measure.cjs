// Preloaded into a measured process and all that it starts: each appends its peak memory (KiB) and the processor time
// that it took (µs) when it ends.
const fs = require("node:fs");
process.on("exit", () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  fs.appendFileSync(process.env.MEASURE_FILE, `${maxRSS} ${userCPUTime + systemCPUTime}\n`);
});
