/** What the exit code says: a finding, the user's mistake and a mistake of the rehearsal itself are told apart. */
export const EXIT = { sound: 0, unsound: 1, input: 2, failure: 3 } as const;
