/** Of the words a remark is about, as kept with it; the editor asks this, and no form. */
export const MAX_CITAAT = 500;
