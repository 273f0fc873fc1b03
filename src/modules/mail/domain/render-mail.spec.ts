import type { MailContent } from './outgoing-mail';
import { renderMail } from './render-mail';

const HUB = 'https://hub.example';

const content = (given: Partial<MailContent> = {}): MailContent => ({
  subject: 'Confirm your address',
  paragraphs: ['Please confirm.', 'It takes a minute.'],
  action: { label: 'Confirm', url: `${HUB}/account/verify-email#token=a-b_c&d` },
  ...given,
});

describe('a mail', () => {
  it('reads well as plain text', () => {
    expect(renderMail(content(), HUB)).toMatchObject({
      subject: 'Confirm your address',
      text: `Please confirm.

It takes a minute.

Confirm:
https://hub.example/account/verify-email#token=a-b_c&d

-- 
Utah Government Contracting Hub
https://hub.example
Nobody reads answers to this address.
`,
    });
  });

  it('is a page in English that needs nothing from elsewhere', () => {
    const { html } = renderMail(content(), HUB);
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(html).toContain('<title>Confirm your address</title>');
    expect(html).toContain('<p style="margin: 0 0 16px;">Please confirm.</p>');
    expect(html).not.toMatch(/<img|<script|<link|src=|url\(/);
  });

  it('carries its link as a button and as text', () => {
    const { html } = renderMail(content(), HUB);
    const url = 'https:&#x2F;&#x2F;hub.example&#x2F;account&#x2F;verify-email#token&#x3D;a-b_c&amp;d';
    expect(html.split(`href="${url}"`)).toHaveLength(3);
    expect(html).toContain(`>${url}</a>`);
    expect(html).toContain('>Confirm</a>');
  });

  it('does without a link', () => {
    const { text, html } = renderMail(content({ action: undefined }), HUB);
    expect(text).not.toContain('#token');
    expect(html.split('<a ')).toHaveLength(2);
  });

  it('reads nothing that people entered as HTML or as a template', () => {
    const { subject, text, html } = renderMail(
      content({ subject: `<b>{{hubUrl}}</b> & "Sons"`, paragraphs: ['<script>alert(1)</script> {{{subject}}}'] }),
      HUB,
    );
    expect(subject).toBe('<b>{{hubUrl}}</b> & "Sons"');
    expect(text).toContain('<script>alert(1)</script> {{{subject}}}');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;&#x2F;script&gt; {{{subject}}}');
    expect(html).toContain('<title>&lt;b&gt;{{hubUrl}}&lt;&#x2F;b&gt; &amp; &quot;Sons&quot;</title>');
    expect(html).not.toMatch(/<script|<b>/);
  });

  it.each(['\r\n', '\n', '\r', '\u2028', '\u2029', '\u0085', '\0', '\v'])(
    'keeps what people entered on its line: %j',
    (ending) => {
      const name = `Ada${ending}Bcc: eve@example.test`;
      const { subject, text } = renderMail(
        content({ subject: `Hello ${name}`, paragraphs: [`Dear ${name}`], action: { label: name, url: HUB } }),
        HUB,
      );
      expect(subject).toBe('Hello Ada Bcc: eve@example.test');
      expect(text).toMatch(/^Dear Ada Bcc: eve@example\.test\n\nAda Bcc: eve@example\.test:\n/);
    },
  );

  it.each([
    'https://hub.example.evil.test/account',
    'http://hub.example/account',
    'https://hub.example:444/account',
    'https://hub.example@evil.test/',
    'javascript:alert(1)',
    '/account',
  ])('has no link that leads elsewhere: %s', (url) => {
    expect(() => renderMail(content({ action: { label: 'Go', url } }), HUB)).toThrow();
  });

  it('keeps links below the path of a hub that has one', () => {
    const at = (url: string) => () => renderMail(content({ action: { label: 'Go', url } }), 'https://hub.example/hub/');
    expect(at('https://hub.example/hub/account')).not.toThrow();
    expect(at('https://hub.example/other')).toThrow();
  });
});
