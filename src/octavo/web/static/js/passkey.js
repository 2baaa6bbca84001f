// Passkeys: a form marked data-passkey asks the browser for one before it is sent (Web Authentication, level 3).
// "make" makes a new one, "use" shows one that there is. Where the browser cannot, such forms stay hidden.

const usable = "PublicKeyCredential" in window && window.isSecureContext && !/^[\d.]+$|^\[/.test(location.hostname);

const toBytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (one) => one.charCodeAt(0));
const toText = (bytes) =>
  btoa(String.fromCharCode(...new Uint8Array(bytes))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

const decoded = (list) => list?.map((one) => ({ ...one, id: toBytes(one.id) }));

function encoded(credential) {
  const { response } = credential;
  const parts = { clientDataJSON: toText(response.clientDataJSON) };
  for (const name of ["attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (response[name]) parts[name] = toText(response[name]);
  }
  return {
    id: credential.id,
    rawId: toText(credential.rawId),
    type: credential.type,
    response: parts,
    clientExtensionResults: credential.getClientExtensionResults(),
  };
}

function make({ publicKey }) {
  const selection = { ...publicKey.authenticatorSelection, residentKey: "required", requireResidentKey: true, userVerification: "required" };
  return navigator.credentials.create({
    publicKey: {
      ...publicKey,
      authenticatorSelection: selection,
      challenge: toBytes(publicKey.challenge),
      user: { ...publicKey.user, id: toBytes(publicKey.user.id) },
      excludeCredentials: decoded(publicKey.excludeCredentials) ?? [],
    },
  });
}

function use({ publicKey }) {
  return navigator.credentials.get({
    publicKey: { ...publicKey, challenge: toBytes(publicKey.challenge), allowCredentials: decoded(publicKey.allowCredentials) ?? [] },
  });
}

async function optionsOf(form) {
  if (form.dataset.options) return JSON.parse(form.dataset.options);
  const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
  return (await answer.json()).request_options;
}

function prepare(form) {
  const trouble = form.querySelector("[data-passkey-trouble]");
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    trouble.hidden = true;
    try {
      const options = await optionsOf(form);
      form.elements.credential.value = JSON.stringify(encoded(await (form.dataset.passkey === "make" ? make(options) : use(options))));
      form.submit();
    } catch {
      trouble.hidden = false;
    }
  });
}

if (usable) {
  for (const form of document.querySelectorAll("form[data-passkey]")) prepare(form);
  for (const offer of document.querySelectorAll("[data-passkey-offer]")) offer.hidden = false;
  for (const note of document.querySelectorAll("[data-passkey-none]")) note.hidden = true;
}
