/** The addresses of decisions. */
export const decisionHref = (id: number): string => `/decisions/${id}`;
