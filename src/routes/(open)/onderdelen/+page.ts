export const load = () => ({ titel: 'Onderdelen' });
