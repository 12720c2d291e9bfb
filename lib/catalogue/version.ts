/**
 * The version of everything in this folder that decides what a stored scan means: which title is which control, which
 * edition a run is, what a level amounts to, what an item's key is, which STRIDE letters a control bears.
 *
 * Every host remembers the version its findings were computed with; a host behind this number is folded again from its
 * scans. Raise it by one with every change that could give another answer for a scan already stored, never otherwise.
 */
export const CATALOGUE_VERSION = 3;
