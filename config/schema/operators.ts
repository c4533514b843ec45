import { z } from "zod";
import { addressesIn } from "../overlap";
import { cidr, expected } from "./primitives";

/** The widest network that is let in: a 256th of the Internet. */
const WIDEST_BITS = 8;

/** How many addresses a list lets in at most, its networks taken together: a 64th of the Internet. */
const MOST_ADDRESSES = 4 * 2 ** (32 - WIDEST_BITS);

const isNarrow = (value: string): boolean => Number(value.split("/")[1]) >= WIDEST_BITS;

/**
 * IPv4 networks from which something is reached that is not public. Two halves of the Internet together are the Internet:
 * therefore the list is judged as a whole too.
 *
 * @param who - whose networks they are
 */
export const admittedCidrs = (who: string, example: string) => {
  const wanted = `expected the networks that ${who} work from, such as ${JSON.stringify(example)}`;
  return z
    .array(
      cidr(`a network that ${who} work from`, example).refine(
        (value) => isNarrow(value) || !value.includes("/"),
        {
          error: `must not be open to the world, and a /${WIDEST_BITS} is the widest network; ${wanted}`,
        },
      ),
      expected(`a list of networks that ${who} work from`, [example]),
    )
    .min(1, expected(`at least one network that ${who} work from`, [example]))
    .refine((list) => !list.every(isNarrow) || addressesIn(list) <= MOST_ADDRESSES, {
      error: `must not be open to the world, and together they are more than four networks of /${WIDEST_BITS}; ${wanted}`,
    });
};

/** From where operators reach SSH and the Kubernetes API. */
export const operatorCidrs = admittedCidrs("operators", "203.0.113.7/32");
