/** Docker controls that bear on no threat of the Docker model, with the reason; by slug. None at present. */
export const dockerUnlinked: Readonly<Record<string, string>> = {};
