import { verslagNaam } from '#features/verslag/document.ts';
import { notifyDocument } from '#sync/server/notify.ts';

/** Everybody who follows this agenda asks for it again. */
export const tellAgenda = (bijeenkomstId: string) =>
	notifyDocument(verslagNaam(bijeenkomstId), 'agenda');
