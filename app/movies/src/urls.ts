/** Addresses of other services. */
import type { Schema } from "../../server/values";

export const serviceUrl: Schema<URL> = {
  parse(text) {
    const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined;
    const isBare =
      url !== undefined &&
      /^https?:$/.test(url.protocol) &&
      `${url.username}${url.password}${url.search}${url.hash}` === "" &&
      url.pathname === "/";
    return isBare ? url : undefined;
  },
  expected: "the URL of a service without a path, such as http://auth:8081",
};
