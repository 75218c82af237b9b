/** What people arrange for themselves alone, put together. Owns nothing itself. */
package social.kring.community.curation;
