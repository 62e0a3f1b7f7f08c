/** The browser's part of the way back: keeps the token where the launcher looks for it, and brings the launcher. */
export const BACK_SCRIPT = `'use strict';
(() => {
  const button = document.querySelector('button');
  const part = (name) => document.querySelector('[data-is="' + name + '"]');
  const code = location.hash.slice(1);
  // Out of the address bar, so that no screenshot and no bookmark has it.
  history.replaceState(null, '', location.pathname + location.search);

  const open = (key) => {
    sessionStorage.setItem('baton:' + key, '[true]');
    button.hidden = true;
    const launcher = document.createElement('script');
    launcher.src = '/widget.js';
    launcher.dataset.store = key;
    launcher.dataset.lang = document.documentElement.lang;
    document.body.append(launcher);
  };

  const conversationOf = (token) => {
    try {
      return JSON.parse(atob(token.split('.')[0].replaceAll('-', '+').replaceAll('_', '/'))).conversation;
    } catch {}
  };

  /** Followed before, in this browser: it is there already. */
  const known = () => {
    const wanted = conversationOf(code);
    for (const name of Object.keys(localStorage)) {
      if (!name.startsWith('baton:')) continue;
      try {
        const kept = JSON.parse(localStorage.getItem(name));
        if (kept.token && (wanted === undefined || kept.conversation === wanted)) return name.slice(6);
      } catch {}
    }
  };

  const gone = () => {
    part('text').hidden = button.hidden = true;
    part('gone').hidden = false;
  };

  button.addEventListener('click', async () => {
    button.disabled = true;
    const answer = await fetch('/mail/chat', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code }),
    }).catch(() => null);
    button.disabled = false;
    if (!answer || answer.status >= 500 || answer.status === 429) return;
    if (!answer.ok) return gone();
    const { key, token, conversation, customer } = await answer.json();
    localStorage.setItem('baton:' + key, JSON.stringify({ token, conversation, customer, started: true }));
    open(key);
  });

  const key = known();
  if (key) open(key);
  else if (!code) gone();
})();
`;
