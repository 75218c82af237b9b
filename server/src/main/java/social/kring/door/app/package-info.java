/**
 * Serves the signed-in web application, which is built by {@code web-ui} and is a client of the
 * public API like any other. It owns no table and knows nobody.
 */
package social.kring.door.app;
