// Asks the browser for Web Push where it has it; the answer goes with an ordinary form.
const form = document.getElementById("push");
if (form && "serviceWorker" in navigator && "PushManager" in window) {
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    if (form.subscription.value) return;
    event.preventDefault();
    if (await Notification.requestPermission() !== "granted") return;
    const worker = await navigator.serviceWorker.register(form.dataset.worker);
    await navigator.serviceWorker.ready;
    const key = Uint8Array.from(atob(form.dataset.key.replace(/-/g, "+").replace(/_/g, "/")), (one) => one.charCodeAt(0));
    const made = await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
    form.subscription.value = JSON.stringify(made);
    form.submit();
  });
}
