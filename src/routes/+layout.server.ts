import { newId } from '#server/id.ts';

export const load = () => ({ verzoek: newId() });
