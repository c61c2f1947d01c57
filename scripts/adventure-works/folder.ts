/** Where the tables are, unless somebody says otherwise. */
export const FOLDER = process.env.MO_PLANNER_ADVENTURE_WORKS ?? "../shared/data/adventure-works";
