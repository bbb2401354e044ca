/** What a file is, by how it begins: a name and a type are what somebody says it is. */
export type ImageKind = 'png' | 'jpeg' | 'webp';

const begins = (bytes: Uint8Array, signature: readonly number[], at = 0) =>
	signature.every((byte, index) => bytes[at + index] === byte);
const letters = (text: string) => [...text].map((letter) => letter.charCodeAt(0));

export function imageKind(bytes: Uint8Array): ImageKind | undefined {
	if (begins(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
	if (begins(bytes, [0xff, 0xd8, 0xff])) return 'jpeg';
	if (begins(bytes, letters('RIFF')) && begins(bytes, letters('WEBP'), 8)) return 'webp';
	return undefined;
}
