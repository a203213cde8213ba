// Looks whether what is in progress is done, less often the longer it takes, and shows the page anew when it is.
const working = document.querySelector('[data-working="true"]');
const GIVE_UP_AFTER_MS = 90_000;
const SIGNED_OUT = 401;
const begun = Date.now();

async function isToBeShownAnew() {
  const response = await fetch('/connection/status', { headers: { Accept: 'application/json' } });
  if (response.status === SIGNED_OUT) return true;
  return response.ok && !(await response.json()).isWorking;
}

async function look(wait) {
  if (await isToBeShownAnew().catch(() => false)) location.reload();
  else if (Date.now() - begun > GIVE_UP_AFTER_MS) working.textContent = working.dataset.later;
  else setTimeout(() => look(Math.min(wait * 1.5, 10_000)), wait);
}

if (working !== null) {
  working.querySelector('[hidden]').hidden = false;
  setTimeout(() => look(700), 500);
}
