/**
 * An object store that speaks the S3 protocol: puts, gets and deletes objects of one bucket.
 * Requests are signed by AWS Signature Version 4.
 */
package social.kring.platform.objects;
