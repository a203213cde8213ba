// Looks whether the record is up to date, less often the longer it takes, and shows the page anew when it is.
const progress = document.querySelector('#progress');
const GIVE_UP_AFTER_MS = 90_000;
const begun = Date.now();

async function look(wait) {
  const status = await fetch('/connection/status', { headers: { Accept: 'application/json' } })
    .then((response) => (response.ok ? response.json() : { isWorking: true }))
    .catch(() => ({ isWorking: true }));
  if (!status.isWorking) location.reload();
  else if (Date.now() - begun > GIVE_UP_AFTER_MS) progress.textContent = progress.dataset.later;
  else setTimeout(() => look(Math.min(wait * 1.5, 10_000)), wait);
}

if (progress?.dataset.working === 'true') setTimeout(() => look(700), 500);
