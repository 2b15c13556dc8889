// Shows what was pushed; keeps nothing and answers no request of a page.
self.addEventListener("push", (event) => {
  const said = event.data ? event.data.json() : { text: "Кайрылуу", key: "" };
  event.waitUntil(self.registration.showNotification("Кайрылуу", { body: said.text, tag: said.key }));
});
self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(self.clients.openWindow("/track/"));
});
