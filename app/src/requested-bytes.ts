/** `size` and `unit` of `/data`. */
import { bytesOf } from "../server/size";

/**
 * Bytes asked for by `?size=N&unit=U`: 1 unit where `size` is missing or no whole number, none where it is negative.
 * What exceeds JavaScript's whole numbers is rounded, which only a limit above 8192 tb could see.
 */
export function requestedBytes(size: string | null, unit: string | null): number {
  const amount = size !== null && /^[-+]?\d+$/.test(size) ? Number(size) : 1;
  return Math.max(0, amount) * bytesOf(unit ?? "b");
}
