// Telling this device of news: the browser subscribes at its maker's push service, the house keeps where and for whom.

const place = document.querySelector("[data-device]");

function show(name, isShown = true) {
  place.querySelector(`[data-device-${name}]`).hidden = !isShown;
}

async function refresh() {
  const registration = await navigator.serviceWorker.ready;
  const subscription = await registration.pushManager.getSubscription();
  show("on", !subscription && Notification.permission !== "denied");
  show("off", Boolean(subscription));
  show("denied", Notification.permission === "denied");
  place.hidden = false;
}

async function subscribe() {
  show("failed", false);
  try {
    if ((await Notification.requestPermission()) !== "granted") return await refresh();
    const registration = await navigator.serviceWorker.ready;
    const subscription = await registration.pushManager.subscribe({
      userVisibleOnly: true,
      applicationServerKey: place.dataset.key,
    });
    const answer = await fetch(place.dataset.add, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(subscription),
    });
    if (!answer.ok) throw new Error(answer.statusText);
    location.reload();
  } catch {
    show("failed");
  }
}

async function unsubscribe() {
  const registration = await navigator.serviceWorker.ready;
  const subscription = await registration.pushManager.getSubscription();
  if (!subscription) return;
  await fetch(place.dataset.forget, { method: "POST", body: new URLSearchParams({ endpoint: subscription.endpoint }) });
  await subscription.unsubscribe();
  location.reload();
}

if (place && "serviceWorker" in navigator && "PushManager" in window && "Notification" in window) {
  place.querySelector("[data-device-on]").addEventListener("click", subscribe);
  place.querySelector("[data-device-off]").addEventListener("click", unsubscribe);
  refresh();
}
