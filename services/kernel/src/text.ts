import { type Refused, refuse } from './refusal.js';

type Limits = { readonly max: number; readonly min?: number };

/**
 * Text a person typed: 1 to `max` characters (code points) unless `min` is 0, without NUL or other
 * control characters (tab and line breaks aside) and without lone surrogates. Null when it is fine.
 */
export function checkText(field: string, text: string, { max, min = 1 }: Limits): Refused | null {
  if (!isStorable(text)) return refuse('TEXT_INVALID', { field });
  const length = [...text].length;
  if (length > max) return refuse('TEXT_TOO_LONG', { field, max, length });
  if (length < min || (min > 0 && text.trim() === '')) return refuse('TEXT_EMPTY', { field });
  return null;
}

/** Control characters and halves of characters break everything that later shows or stores the text. */
export const isStorable = (text: string): boolean => text.isWellFormed() && !hasControlCharacter(text);

function hasControlCharacter(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if ((unit < 0x20 && unit !== 0x09 && unit !== 0x0a && unit !== 0x0d) || unit === 0x7f) return true;
  }
  return false;
}
