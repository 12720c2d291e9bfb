/** The command that prints one line for each running container, by a Go template without single quotes. */
export const inspectAll = (format: string): string => `docker ps --quiet | xargs -r docker inspect --format '${format}'`;
