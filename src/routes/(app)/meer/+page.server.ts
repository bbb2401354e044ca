export const load = () => ({ titel: 'Meer' });
