/**
 * The command line. Commands say what they did on standard output, and what went wrong in one line
 * on standard error; they end with 0, with 2 where they were used wrongly, else with 1.
 */
package social.kring.door.cli;
