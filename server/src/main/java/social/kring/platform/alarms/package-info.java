/**
 * What is wrong with the node and needs its operator: told in the log at once and then each minute
 * while it lasts, and shown by its health.
 */
package social.kring.platform.alarms;
