import ipaddr from "ipaddr.js";
import { pick } from "./random";

/** Two neighbouring letters exchanged, or one left out: what a typing mistake looks like. */
export function misspelt(text: string, seed: string): string | undefined {
  const places = [...text.matchAll(/[A-Za-z](?=([A-Za-z]))/g)]
    .map(({ index, 0: first, 1: second }) => ({ index, first, second }))
    .filter(({ first, second }) => first !== second);
  const place = places[pick(places.length, seed, text)];
  if (!place || !/[A-Za-z]{3}/.test(text)) return undefined;
  const { index, first, second } = place;
  const swap = pick(2, seed, text, "kind") === 0;
  return text.slice(0, index) + (swap ? `${second}${first}` : second) + text.slice(index + 2);
}

/** `Allow` becomes `allow`, `https` becomes `Https`. */
export function otherCase(text: string): string | undefined {
  if (!/^[A-Za-z]{3,}$/.test(text)) return undefined;
  const first = text.charAt(0);
  return (
    (first === first.toLowerCase() ? first.toUpperCase() : first.toLowerCase()) +
    text.slice(1).replace(/^[A-Z]+$/, (rest) => rest.toLowerCase())
  );
}

/** The network beside it, one that is half or twice as large, or an address in another network. */
export function shiftedNetwork(text: string, seed: string): string | undefined {
  const [address = "", length] = text.split("/");
  if (!ipaddr.IPv4.isValidFourPartDecimal(address)) return undefined;
  const number = ipaddr.IPv4.parse(address)
    .toByteArray()
    .reduce((sum, byte) => sum * 256 + byte, 0);
  if (length === undefined) return dotted(number + 65536);
  const bits = Number(length);
  if (bits === 0) return undefined;
  const ways = [
    `${dotted(number + 2 ** (32 - bits))}/${bits}`,
    `${address}/${bits - 1}`,
    `${address}/${Math.min(32, bits + 1)}`,
  ];
  const way = ways[pick(ways.length, seed, text)];
  return way === text ? ways[0] : way;
}

function dotted(number: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join(".");
}
