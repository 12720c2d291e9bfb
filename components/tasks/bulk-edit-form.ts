/** Id of the form that changes many tasks. The boxes of the rows belong to it from outside: rows have forms of their own. */
export const BULK_EDIT_FORM = "bulk-edit";
