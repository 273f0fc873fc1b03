import Mustache from 'mustache';
import { HTML_LAYOUT, TEXT_LAYOUT } from './mail-layouts';
import type { MailContent } from './outgoing-mail';

export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/**
 * Both forms of a mail. Whatever people entered stays on the line it was put on: it can neither start a header nor a
 * paragraph, nor is it read as HTML.
 *
 * @param hubUrl the hub's own address, from the configuration
 * @throws Error for a link that leads elsewhere
 */
export const renderMail = ({ subject, paragraphs, action }: MailContent, hubUrl: string): RenderedMail => {
  if (action && !isBelow(hubUrl, action.url)) throw new Error('A link of a mail leads away from the hub.');
  const view = {
    subject: onOneLine(subject),
    paragraphs: paragraphs.map(onOneLine),
    action: action && { label: onOneLine(action.label), url: action.url },
    hubUrl,
  };
  return {
    subject: view.subject,
    text: Mustache.render(TEXT_LAYOUT, view, {}, { escape: String }),
    html: Mustache.render(HTML_LAYOUT, view),
  };
};

/** Controls and separators of lines become blanks. */
const onOneLine = (text: string): string => text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();

const isBelow = (hubUrl: string, url: string): boolean => {
  const [own, link] = [new URL(hubUrl), new URL(url)];
  return link.origin === own.origin && link.pathname.startsWith(own.pathname);
};
