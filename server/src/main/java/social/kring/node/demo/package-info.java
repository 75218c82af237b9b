/**
 * The main job on one machine: three nodes as processes of their own, people on each, and a story
 * that is checked step by step where it arrives. It speaks to the nodes as every app does.
 */
package social.kring.node.demo;
