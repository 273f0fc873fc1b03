/** Of the plain form. Mustache leaves no line where a tag stood alone. */
export const TEXT_LAYOUT = `{{#paragraphs}}
{{.}}

{{/paragraphs}}
{{#action}}
{{label}}:
{{url}}

{{/action}}
-- 
Utah Government Contracting Hub
{{hubUrl}}
Nobody reads answers to this address.
`;

/** Of the HTML form: one column, no images, nothing from elsewhere, the address of the link also as text. */
export const HTML_LAYOUT = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{subject}}</title>
</head>
<body style="margin: 0; padding: 24px; background: #ffffff; color: #1b1b1b; font: 16px/1.5 Arial, Helvetica, sans-serif;">
<div style="max-width: 560px; margin: 0 auto;">
<h1 style="margin: 0 0 16px; font-size: 20px;">{{subject}}</h1>
{{#paragraphs}}
<p style="margin: 0 0 16px;">{{.}}</p>
{{/paragraphs}}
{{#action}}
<p style="margin: 24px 0;"><a href="{{url}}" style="display: inline-block; padding: 12px 20px; border-radius: 4px; background: #1a4480; color: #ffffff; text-decoration: none;">{{label}}</a></p>
<p style="margin: 0 0 16px;">If the button does not work, open this address:<br><a href="{{url}}" style="color: #1a4480; word-break: break-all;">{{url}}</a></p>
{{/action}}
<p style="margin: 32px 0 0; padding-top: 16px; border-top: 1px solid #c9c9c9; color: #565c65; font-size: 14px;">Utah Government Contracting Hub<br><a href="{{hubUrl}}" style="color: #565c65;">{{hubUrl}}</a><br>Nobody reads answers to this address.</p>
</div>
</body>
</html>
`;
