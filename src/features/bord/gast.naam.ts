/** A name that says nothing: of who took everything back, or came long ago. */
export const NAAMLOOS = 'Gast';
