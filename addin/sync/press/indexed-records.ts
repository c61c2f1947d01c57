/** Records in the browser's IndexedDB, one for each key: two panes that write at once do not touch each other's. */

export interface KeptRecord {
  readonly key: string;
  readonly owner: string;
  readonly keptAt: number;
  readonly press: unknown;
}

/** Each of these throws where the browser keeps nothing, or does not answer. */
export interface Records {
  put(record: KeptRecord): Promise<void>;
  remove(key: string): Promise<void>;
  ownedBy(owner: string): Promise<readonly unknown[]>;
}

const DATABASE = "mo-planner";
const PRESSES = "unfinished-presses";
const BY_OWNER = "owner";
/** A database that another page holds back, or that died with the laptop's sleep, must not hold up a press. */
const GIVE_UP_MS = 10_000;

/** Opened for each step, and closed again: nothing breaks when the browser closes it in between. */
export function indexedRecords(factory: () => IDBFactory): Records {
  const inStore = <Result>(work: Work<Result>): Promise<Result> => inTime(withStore(factory, work));
  return {
    put: async (record) => {
      await inStore(["readwrite", (store) => store.put(record)]);
    },
    remove: async (key) => {
      await inStore(["readwrite", (store) => store.delete(key)]);
    },
    ownedBy: (owner) => inStore(["readonly", (store) => store.index(BY_OWNER).getAll(owner)]),
  };
}

type Work<Result> = readonly [IDBTransactionMode, (store: IDBObjectStore) => IDBRequest<Result>];

async function withStore<Result>(factory: () => IDBFactory, [mode, work]: Work<Result>): Promise<Result> {
  const database = await opened(factory());
  try {
    // Strict: what is written stands on the disk before anything is sent.
    const transaction = database.transaction(PRESSES, mode, { durability: "strict" });
    const request = work(transaction.objectStore(PRESSES));
    await ended(transaction);
    return request.result;
  } finally {
    database.close();
  }
}

function opened(factory: IDBFactory): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(DATABASE, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(PRESSES, { keyPath: "key" }).createIndex(BY_OWNER, "owner");
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(faultOf(request.error));
  });
}

function ended(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(faultOf(transaction.error));
  });
}

function faultOf(error: DOMException | null): Error {
  return new Error("The browser does not keep presses", { cause: error });
}

function inTime<Result>(work: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("The browser's database does not answer")), GIVE_UP_MS);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
