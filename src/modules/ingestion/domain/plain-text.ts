import { convert } from 'html-to-text';

/**
 * Longest description that is kept, in UTF-16 units; SAM.gov allows far less. Even in three-byte characters it stays
 * below the megabyte that PostgreSQL allows one text search vector.
 */
export const LONGEST_DESCRIPTION = 200_000;
const LONGEST_HTML = 1_000_000;
const DEEPEST_HTML = 64;

/** C0 controls except tab and line feed, and DEL; PostgreSQL cannot store NUL at all. */
const CONTROLS = new RegExp('[\\u0000-\\u0008\\u000B-\\u001F\\u007F]', 'g');
const ANY_CONTROL = new RegExp(CONTROLS.source);
const ANY_SURROGATE = /[\uD800-\uDFFF]/;
const LONE_SURROGATE = /\p{Surrogate}/gu;

/** Names of elements that buyers' editors write; `<jane@agency.gov>` and `<end of notice>` are text. */
const ELEMENTS =
  'a|abbr|address|article|b|big|blockquote|body|br|center|cite|code|col|colgroup|dd|div|dl|dt|em|figure|font|footer|form|' +
  'h[1-6]|head|header|hr|html|i|img|ins|label|li|link|main|meta|nav|o:p|ol|p|pre|s|script|section|small|span|strike|' +
  'strong|style|sub|sup|table|tbody|td|tfoot|th|thead|title|tr|tt|u|ul';
const TAG = new RegExp(`</?(?:${ELEMENTS})(?:\\s[^<>]*|\\s*/)?>|<!--`, 'i');
const NOT_A_TAG = new RegExp(`<(?!/?(?:${ELEMENTS})(?:\\s[^<>]*|\\s*/)?>|!--)`, 'gi');
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/i;

const API_KEY = /([?&])api_?key=[^&\s"'<>)\]]*(&?)/gi;

/** One line of text without controls or doubled blanks; empty when there is none. */
export const singleLine = (text: string): string => printable(text).replace(/\s+/g, ' ').trim();

/** Text in paragraphs: HTML and entities resolved, keys removed from links, blank lines kept but not piled up. */
export const plainText = (published: string): string => {
  const text = printable(published);
  return withoutApiKeys(isHtml(text) ? htmlToText(text) : text)
    .replaceAll('\u00A0', ' ')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
};

/** A key in a link belongs to whoever downloaded the notice. */
export const withoutApiKeys = (text: string): string =>
  text.replace(API_KEY, (_key, before: string, next: string) => (next ? before : ''));

/** The first `length` units of a text, never half a character. */
export const shorten = (text: string, length: number): string =>
  text.length <= length ? text : text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');

const printable = (text: string): string => {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  const clean = ANY_CONTROL.test(lines) ? lines.replace(CONTROLS, '') : lines;
  return ANY_SURROGATE.test(clean) ? clean.replace(LONE_SURROGATE, '\uFFFD') : clean;
};

const isHtml = (text: string): boolean =>
  (text.includes('<') && TAG.test(text)) || (text.includes('&') && ENTITY.test(text));

const htmlToText = (html: string): string =>
  convert(shorten(html, LONGEST_HTML).replace(NOT_A_TAG, '&lt;'), {
    wordwrap: false,
    preserveNewlines: !TAG.test(html),
    limits: { maxDepth: DEEPEST_HTML, maxInputLength: LONGEST_HTML * 2 },
    selectors: [
      { selector: 'a', options: { hideLinkHrefIfSameAsText: true, ignoreHref: false, noAnchorUrl: true } },
      { selector: 'img', format: 'skip' },
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    ],
  });
