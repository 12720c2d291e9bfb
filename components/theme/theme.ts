/** A choice of the viewer; without one the system decides. */
export type Theme = "light" | "dark";

/** Name of the cookie, and of the field the theme forms send. The field is also "system", which means: delete the cookie. */
export const THEME_COOKIE = "theme";

/** The theme a cookie or form field names, or null for the system's. */
export const readTheme = (value: unknown): Theme | null => (value === "light" || value === "dark" ? value : null);
