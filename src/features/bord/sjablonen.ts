import type { Fase } from '#ui/fase.ts';
import type { BordSoort } from './soort.ts';

/** How a bord begins: everything in it can be changed. */
export interface BordSjabloon {
	/** For which moment it is, in one sentence. */
	uitleg: string;
	/** What to write as the question on top, as an example. */
	voorbeeld: string;
	vragen: Readonly<Record<Fase, string>>;
}

export const SJABLONEN: Readonly<Record<BordSoort, BordSjabloon>> = {
	ddd: {
		uitleg: 'Van wat je zag, naar wat het betekent, naar wat jullie proberen.',
		voorbeeld: 'Wie belt er aan, en wanneer?',
		vragen: {
			delen: 'Wat zag je of maakte je mee?',
			duiden: 'Wat betekent dit, voor wie?',
			doen: 'Wat gaan jullie proberen?',
		},
	},
	wereldcafe: {
		uitleg: 'Aan elke tafel een eigen vraag. Daarna komt alles samen op één bord.',
		voorbeeld: 'Wat helpt om elkaar te leren kennen?',
		vragen: {
			delen: 'Wat weet of merk jij hierover?',
			duiden: 'Wat horen we aan meer tafels?',
			doen: 'Wat nemen we mee?',
		},
	},
	stellingen: {
		uitleg: 'Horen waarom mensen iets anders vinden. Niet wie wat koos.',
		voorbeeld: 'Een buurthuis is er voor iedereen.',
		vragen: {
			delen: 'Waarom ben je het eens, of juist niet?',
			duiden: 'Welke redenen horen bij elkaar?',
			doen: 'Wat kunnen we met deze redenen?',
		},
	},
	checkin: {
		uitleg: 'Even horen hoe ieder binnenkomt.',
		voorbeeld: 'Hoe kom je vandaag binnen?',
		vragen: {
			delen: 'Wat houdt je bezig?',
			duiden: 'Wat hoor je bij elkaar?',
			doen: 'Wat heb je vandaag nodig?',
		},
	},
	msc: {
		uitleg: 'Samen het verhaal kiezen dat er het meest toe doet, met de reden.',
		voorbeeld: 'Wat veranderde er voor bewoners?',
		vragen: {
			delen: 'Welke verandering telde het meest, en waarom?',
			duiden: 'Welk verhaal kiezen we, en waarom?',
			doen: 'Aan wie vertellen we wat we kozen?',
		},
	},
};
