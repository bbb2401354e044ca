import { openContact } from '#features/werkplaats/contact.server.ts';

export const load = () => ({ titel: 'Privacy', contact: openContact() });
