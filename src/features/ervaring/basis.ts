interface Velden {
	tekst: string;
	naam: string;
	rol: string;
	organisatie: string;
}

/** What the form of an ervaring starts from. */
export const basisErvaring = ({ tekst, naam, rol, organisatie }: Velden) => ({
	tekst,
	naam,
	rol,
	organisatie,
});
