import type { Actor, InWerkplaats } from '#access/actor.ts';
import { mayEditGremium } from '#access/gremium.ts';
import { mayEditKennisagenda } from '#access/kennisagenda.ts';
import { mayEditKleden } from '#access/leeromgeving.ts';
import { mayManagePersonen } from '#access/persoon.ts';
import { mayEditPeriode, mayEditWerkplaats, mayEditWoordenlijst } from '#access/werkplaats.ts';

const SECTIONS = [
	{ href: '/beheer/mensen', label: 'Mensen en rollen', may: mayManagePersonen },
	{ href: '/beheer/perioden', label: 'Perioden', may: mayEditPeriode },
	{ href: '/beheer/themas', label: 'Thema’s', may: mayEditKennisagenda },
	{ href: '/beheer/gremia', label: 'Gremia', may: mayEditGremium },
	{ href: '/beheer/woordenlijst', label: 'Woordenlijst', may: mayEditWoordenlijst },
	{ href: '/beheer/kleden', label: 'Kleden', may: mayEditKleden },
	{ href: '/beheer/werkplaats', label: 'Werkplaats', may: mayEditWerkplaats },
];

/** The parts of Beheer that this actor can use; what one cannot use is not shown. */
export const sectionsFor = (actor: Actor, where: InWerkplaats) =>
	SECTIONS.filter(({ may }) => may(actor, where)).map(({ href, label }) => ({ href, label }));
