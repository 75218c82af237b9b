/** Health and metrics, for whoever runs the node. */
package social.kring.door.operations;
