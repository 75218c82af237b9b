/**
 * What the two client APIs have in common: routes with their permissions, parameters in whatever
 * form they come, pages, and documents as they are written.
 */
package social.kring.door.api;
