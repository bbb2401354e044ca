/** Why a versie was kept: by itself, because somebody named it, or before another was put back. */
export type VersieSoort = 'automatisch' | 'benoemd' | 'voor-terugzetten';
