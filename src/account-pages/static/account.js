'use strict';

const form = document.querySelector('form');
const button = form.querySelector('button');
const message = document.getElementById('message');
const [password, repeated, shown] = ['password', 'repeated', 'shown'].map((id) => document.getElementById(id));

let token = null;

const say = (tone, ...sentences) => {
  message.dataset.tone = tone;
  message.replaceChildren(
    ...sentences.map((sentence) => Object.assign(document.createElement('p'), { textContent: sentence })),
  );
  message.focus();
};

/** Keeps the token in this page alone: neither the address bar nor the history shows it. */
const takeToken = () => {
  const given = new URLSearchParams(location.hash.slice(1)).get('token');
  if (given !== null) {
    token = given;
    history.replaceState(null, '', location.pathname);
  }
  form.hidden = !token;
  if (token) {
    message.replaceChildren();
    delete message.dataset.tone;
  } else say('bad', 'This page needs the link from your mail. Please open it from there once more.');
};

/** What the API says is wrong, in its words. */
const reasonsOf = async (response) => {
  const problem = await response.json().catch(() => ({}));
  const reasons = (problem.errors ?? []).map((error) => error.message);
  return reasons.length > 0 ? reasons : [problem.detail ?? 'That did not work. Please try again later.'];
};

const send = async () => {
  const response = await fetch(form.dataset.endpoint, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(password ? { token, password: password.value } : { token }),
  });
  if (!response.ok) return say('bad', ...(await reasonsOf(response)));
  token = null;
  form.reset();
  form.hidden = true;
  say('good', form.dataset.done);
};

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  if (password && password.value !== repeated.value) return say('bad', 'The two passwords are not the same.');
  button.disabled = true;
  try {
    await send();
  } catch {
    say('bad', 'The hub could not be reached. Please try again.');
  } finally {
    button.disabled = false;
  }
});

shown?.addEventListener('change', () => {
  for (const field of [password, repeated]) field.type = shown.checked ? 'text' : 'password';
});

addEventListener('hashchange', takeToken);
takeToken();
