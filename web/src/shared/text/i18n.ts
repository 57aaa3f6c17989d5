import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import en from './en.json';

export const LANGUAGES = { en: 'English', de: 'Deutsch' } as const;
export type Language = keyof typeof LANGUAGES;

const KEPT = 'commonweal.language';

function wanted(): Language {
  const language = localStorage.getItem(KEPT) ?? navigator.language.slice(0, 2);
  return language === 'de' ? 'de' : 'en';
}

// Other languages are loaded when chosen; English is part of the first load because it is also the fallback.
const CATALOGUES: Partial<Record<Language, () => Promise<{ default: object }>>> = {
  de: () => import('./de.json'),
};

export async function speak(language: Language): Promise<void> {
  const catalogue = await CATALOGUES[language]?.();
  if (catalogue) i18next.addResourceBundle(language, 'translation', catalogue.default);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  localStorage.setItem(KEPT, language);
}

export async function startTexts(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    resources: { en: { translation: en } },
    interpolation: { escapeValue: false },
  });
  const language = wanted();
  if (language !== 'en') await speak(language);
}
