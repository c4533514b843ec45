import { http1 } from "./http1";
import { http2 } from "./http2";
import type { Fuzzer } from "./input";
import { tls } from "./tls";
import { websocket } from "./websocket";

export const FUZZERS: readonly Fuzzer[] = [http1, http2, websocket, tls];
