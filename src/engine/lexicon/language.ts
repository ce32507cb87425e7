export { detectLanguage } from '../parse/language.ts';
