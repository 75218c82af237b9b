/**
 * Mail to people's own addresses, handed to one SMTP server (RFC 5321, RFC 3207). It keeps nothing:
 * whoever has something to send leaves a job, so that no letter is lost, and writes it when the job
 * runs, so that no link lies around.
 */
package social.kring.platform.mail;
