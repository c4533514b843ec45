/**
 * Runs tasks, a few at a time, each once all that it needs has succeeded. A task says whether it succeeded; what needs a
 * task that did not is never started.
 *
 * @returns those that succeeded
 */
export async function schedule(
  ids: readonly string[],
  needs: (id: string) => readonly string[],
  parallel: number,
  run: (id: string) => Promise<boolean>,
): Promise<ReadonlySet<string>> {
  const waiting = new Set(ids);
  const succeeded = new Set<string>();
  const running = new Map<string, Promise<void>>();
  for (;;) {
    for (const id of waiting) {
      if (running.size >= parallel) break;
      if (!needs(id).every((need) => succeeded.has(need))) continue;
      waiting.delete(id);
      const task = run(id).then((ok) => {
        if (ok) succeeded.add(id);
        running.delete(id);
      });
      running.set(id, task);
    }
    if (running.size === 0) return succeeded;
    await Promise.race(running.values());
  }
}
