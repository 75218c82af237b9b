/**
 * What moderators need: reports, and the policy towards other hosts.
 *
 * <p>Owns the tables {@code report}, {@code report_subject} and {@code host_suspension}. Records
 * {@code report.made} with the {@code actor} who told, {@code report.resolved}, {@code
 * report.reopened} and {@code report.assigned}, whose subject is the report; {@code host.blocked}
 * and {@code host.unblocked} with the {@code host}; {@code actor.purged}, {@code actor.suspended}
 * and {@code actor.unsuspended}, whose subject is the actor. Handles Flag.
 */
package social.kring.community.moderation;
