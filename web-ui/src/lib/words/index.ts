import { en } from "./en";

/** The words of the person's language. English is the first; the others take the same shape. */
export const words = en;
