import { getContext } from 'svelte';
import type { FormFailure } from './form.ts';

export const FORM = Symbol('form');

/** What a field may ask of the form around it. */
export interface FormContext {
	readonly name: string;
	readonly busy: boolean;
	readonly failure: FormFailure | undefined;
}

export const fieldId = (form: string, name: string) => `${form}-${name}`;

/**
 * The state of one field: what was typed goes before the value the page came with.
 * Takes functions, so that it stays current when props change.
 */
export function fieldState(name: () => string, initial: () => string | null | undefined) {
	const form = getContext<FormContext | undefined>(FORM);
	return {
		get id() {
			return fieldId(form?.name ?? 'veld', name());
		},
		get value(): string {
			const typed = form?.failure?.values[name()];
			return (Array.isArray(typed) ? typed[0] : typed) ?? initial() ?? '';
		},
		/** All chosen values, or `undefined` when this form was not sent yet. */
		get values(): string[] | undefined {
			if (!form?.failure) return undefined;
			const typed = form.failure.values[name()];
			return typed === undefined ? [] : Array.isArray(typed) ? typed : [typed];
		},
		get error(): string | undefined {
			return form?.failure?.errors[name()];
		},
		/** Odd, but not wrong. */
		get doubt(): string | undefined {
			return form?.failure?.doubts?.[name()];
		},
		get conflict() {
			const both = form?.failure?.conflicts?.[name()];
			return both && { ...both, by: form?.failure?.by ?? 'Iemand anders' };
		},
	};
}

export type FieldState = ReturnType<typeof fieldState>;
