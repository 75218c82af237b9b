// Tells a story step by step, and says of each whether it was seen. One that does not hold lets the rest be tried all the same.

const PATIENCE = 30_000;

/** @returns the exit status */
export async function play(title, steps, scene) {
  let status = 0;
  for (const [name, step] of Object.entries(steps)) {
    try {
      await step(scene);
      console.log(`ok     ${title} ${name}`);
    } catch (reason) {
      console.log(`FAILED ${title} ${name}\n${reason.stack ?? reason}`);
      status = 1;
    }
  }
  return status;
}

/** What others do comes in its own time. */
export async function seen(what, look) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`not seen within ${PATIENCE} ms: ${what}`);
    await new Promise((again) => setTimeout(again, 50));
  }
}

/** Looks for two seconds whether something comes. */
export async function soon(look) {
  const end = Date.now() + 2_000;
  while (!look() && Date.now() < end) await new Promise((again) => setTimeout(again, 20));
}

/** Ends with whatever comes first, so that nothing is waited for without end. */
export function within(what, promise) {
  let timer;
  const late = new Promise((_, fail) => {
    timer = setTimeout(() => fail(new Error(`not within ${PATIENCE} ms: ${what}`)), PATIENCE);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
