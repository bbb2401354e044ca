import { Extension, InputRule, nodeInputRule, textblockTypeInputRule } from '@tiptap/core';
import { adresUitInvoer } from '#features/tekst/adres.ts';

/** What Markdown has and the kit does not: `# ` for the largest heading, `!` and `>>` for our own. */
export const InputRules = Extension.create({
	name: 'inputRules',
	addInputRules() {
		const { nodes, marks } = this.editor.schema;
		return [
			textblockTypeInputRule({
				find: /^#\s$/,
				type: nodes['heading']!,
				getAttributes: { level: 2 },
			}),
			textblockTypeInputRule({ find: /^!\s$/, type: nodes['actiepunt']! }),
			textblockTypeInputRule({ find: /^!!\s$/, type: nodes['besluit']! }),
			nodeInputRule({ find: /^___\s$/, type: nodes['horizontalRule']! }),
			// an address becomes a link once it is left with a space
			new InputRule({
				find: /(?:^|\s)((?:https?:\/\/|www\.)\S+)\s$/,
				handler: ({ state, range, match }) => {
					const [, typed = ''] = match;
					const words = typed.replace(/[.,;:!?)]+$/, '');
					const href = adresUitInvoer(words);
					if (!href) return null;
					const from = range.from + match[0].indexOf(typed);
					state.tr
						.insertText(' ', range.to)
						.addMark(from, from + words.length, marks['link']!.create({ href }))
						.removeStoredMark(marks['link']!);
					return undefined;
				},
			}),
		];
	},
});
