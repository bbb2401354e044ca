import CalendarDays from '@lucide/svelte/icons/calendar-days';
import Handshake from '@lucide/svelte/icons/handshake';
import House from '@lucide/svelte/icons/house';
import Map from '@lucide/svelte/icons/map';
import Settings from '@lucide/svelte/icons/settings';
import Users from '@lucide/svelte/icons/users';
import { hoofdletter, type Woordenlijst } from '#features/werkplaats/woordenlijst.ts';
import type { NavItem } from '#ui/shell.ts';

interface Where {
	woorden: Woordenlijst;
	mayVisit: { partners: boolean; beheer: boolean };
}

/** The places of the werkplaats that this person can go to; the rest is not shown. */
export function navigation({ woorden, mayVisit }: Where): NavItem[] {
	const items: NavItem[] = [
		{ href: '/', label: 'Overzicht', icon: House, phone: true },
		{ href: '/kennisagenda', also: '/leervragen', label: 'Kennisagenda', icon: Map },
		{
			href: '/leeromgevingen',
			also: '/borden',
			label: hoofdletter(woorden.leeromgeving.meervoud),
			icon: Users,
			phone: true,
		},
		{
			href: '/bijeenkomsten',
			label: 'Bijeenkomsten',
			phoneLabel: 'Agenda',
			icon: CalendarDays,
			phone: true,
		},
	];
	if (mayVisit.partners)
		items.push({ href: '/partners', also: '/gremia', label: 'Partners', icon: Handshake });
	if (mayVisit.beheer) items.push({ href: '/beheer', label: 'Beheer', icon: Settings });
	return items;
}
