/** The account the tests' server is started with. */
export const ADMIN = { email: "admin@example.org", password: "a long passphrase for tests" } as const;
