import { singleton } from './singleton.ts';

/** The example, for who comes first; the start of the program says where it comes from. */
export interface FirstVisit {
	/** Fills the example when it is not there yet; the account to look around with. */
	open: () => Promise<{ accountId: string; persoonId: string }>;
	/** Takes away the example and everybody who can only see that. */
	remove: () => void;
}

const known = () => singleton('first-visit', () => ({ load: undefined as Load | undefined }));
type Load = () => Promise<FirstVisit>;

export const registerFirstVisit = (load: Load) => void (known().load = load);

/** Nothing when this program was started without an example. */
export const firstVisit = async (): Promise<FirstVisit | undefined> => known().load?.();
