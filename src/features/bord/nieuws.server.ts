import { notifyDocument } from '#sync/server/notify.ts';
import { bordNaam } from './document.ts';

/** Everybody at this bord asks again for what is not in the document: its title, what it is tied to. */
export const tellBord = (bordId: string) => notifyDocument(bordNaam(bordId), 'bord');

/** Who holds regie asks again how many briefjes are hidden: two of one person are one who wrote. */
export const tellRegie = (bordId: string) => notifyDocument(bordNaam(bordId), 'regie');

/** Whoever shows the code asks again which it is. */
export const tellCode = (bordId: string) => notifyDocument(bordNaam(bordId), 'code');
