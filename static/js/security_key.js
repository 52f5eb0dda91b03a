// A security key or this device: the browser speaks with it, the form carries its answer. Both ends talk in JSON whose
// bytes are base64url; what older browsers can not turn themselves is turned here.
const form = document.querySelector("form[data-key]");
const options = JSON.parse(document.getElementById("key-options").textContent).publicKey;
const said = form.querySelector("[data-key-said]");
const button = form.querySelector("[data-key-ask]");

function bytes(text) {
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

function text(buffer) {
  const plain = btoa(String.fromCharCode(...new Uint8Array(buffer)));
  return plain.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function withBytes(each) {
  return { ...each, id: bytes(each.id) };
}

function forNew(asked) {
  const excludeCredentials = (asked.excludeCredentials ?? []).map(withBytes);
  return { ...asked, challenge: bytes(asked.challenge), user: withBytes(asked.user), excludeCredentials };
}

function forKnown(asked) {
  return { ...asked, challenge: bytes(asked.challenge), allowCredentials: asked.allowCredentials.map(withBytes) };
}

function answerOf(credential) {
  const response = {};
  for (const name of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (credential.response[name]) response[name] = text(credential.response[name]);
  }
  return {
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment,
    clientExtensionResults: credential.getClientExtensionResults(),
    response,
  };
}

const REASONS = {
  InvalidStateError: "This key is set up already.",
  NotAllowedError: "Nothing was shown: it took too long, or it was cancelled. Try again.",
  SecurityError: "Keys only work on the desk's own secure address: ask an administrator.",
};

async function ask() {
  said.textContent = "Touch the key, or do what this device asks.";
  button.disabled = true;
  try {
    const asked = form.dataset.key === "new";
    const credential = asked
      ? await navigator.credentials.create({ publicKey: forNew(options) })
      : await navigator.credentials.get({ publicKey: forKnown(options) });
    form.elements.credential.value = JSON.stringify(answerOf(credential));
    form.requestSubmit();
  } catch (refusal) {
    said.textContent = REASONS[refusal.name] ?? "The key did not answer. Try again, or take another way.";
    button.disabled = false;
  }
}

if ("credentials" in navigator && globalThis.PublicKeyCredential) {
  button.addEventListener("click", ask);
} else {
  button.disabled = true;
  said.textContent = "This browser can not speak with a key.";
}
