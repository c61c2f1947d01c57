/** Long lists in pieces, with a turn for everybody else in between: nobody waits long for the one thread. */
import { setImmediate as nextTurn } from "node:timers/promises";

const A_TURN = 500;

/** The answers for all pieces, in their order. */
export async function inTurns<Entry, Answer>(
  list: readonly Entry[],
  work: (piece: readonly Entry[]) => Promise<readonly Answer[]>,
  aTurn = A_TURN,
): Promise<readonly Answer[]> {
  const answers: (readonly Answer[])[] = [];
  for (let from = 0; from < list.length; from += aTurn) {
    if (from > 0) await nextTurn();
    answers.push(await work(list.slice(from, from + aTurn)));
  }
  return answers.flat();
}

export async function eachInTurns<Entry>(
  list: readonly Entry[],
  work: (piece: readonly Entry[]) => Promise<void>,
): Promise<void> {
  await inTurns(list, async (piece) => {
    await work(piece);
    return [];
  });
}
