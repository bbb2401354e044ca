import { openContact } from '#features/werkplaats/contact.server.ts';

export const load = () => ({ titel: 'Toegankelijkheid', contact: openContact() });
