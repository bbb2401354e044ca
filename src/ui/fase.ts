/** The three phases every question goes through. */
export const FASEN = { delen: 'Delen', duiden: 'Duiden', doen: 'Doen' } as const;
export type Fase = keyof typeof FASEN;
export type FaseStaat = 'klaar' | 'nu' | 'straks';
