// Taps that the desk has not heard yet: which invitation, what, when. No names stand here, for a tablet is shared; the
// list outlives the page and is gone when all of it is sent. Each officer's taps go out under that officer's own name.
const PREFIX = "arrivals:";

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? [];
  } catch {
    return [];
  }
}

export class Queue {
  constructor(owner) {
    this.key = PREFIX + owner;
  }

  get taps() {
    return read(this.key);
  }

  set taps(taps) {
    if (taps.length) localStorage.setItem(this.key, JSON.stringify(taps));
    else localStorage.removeItem(this.key);
  }

  add(tap) {
    this.taps = [...this.taps, tap];
  }

  dropFirst() {
    this.taps = this.taps.slice(1);
  }

  isAbout(invitation) {
    return this.taps.some((tap) => tap.invitation === invitation);
  }

  // Of officers who used this tablet before and lost the line.
  countOfOthers() {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX) && key !== this.key);
    return keys.reduce((sum, key) => sum + read(key).length, 0);
  }
}

const SIGNED_OUT = [401, 403];
const LATER = [408, 425, 429];

// What became of one tap: saved, refused (with the reason), signed out, or no answer that counts, so that it waits.
export async function send(address, token, said) {
  let answer;
  try {
    answer = await fetch(address, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRFToken": token },
      body: JSON.stringify(said),
    });
  } catch {
    return { became: "waiting" };
  }
  if (SIGNED_OUT.includes(answer.status)) return { became: "signedOut" };
  if (LATER.includes(answer.status) || answer.status >= 500) return { became: "waiting" };
  const told = await answer.json().catch(() => ({}));
  return answer.ok ? { became: "saved", told } : { became: "refused", why: told.detail ?? answer.statusText };
}
