import '../drill/main.ts';
