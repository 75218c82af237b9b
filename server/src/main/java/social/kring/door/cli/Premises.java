package social.kring.door.cli;

import java.nio.file.Path;

/** The node that the command line is about, as its settings describe it. */
public interface Premises {

  /** Runs the node until it is told to stop. */
  void run();

  /** What commands work on, beside a node that runs or in its stead. */
  OpenNode open();

  /**
   * Plays the demo, on nodes of its own.
   *
   * @param once whether to end with the story
   * @return the status to end with
   */
  int demo(boolean once);

  /** Saves everything the node has, whether it runs or not. */
  void backUp(Path file);

  /** Brings back what was saved, where there is nothing yet. */
  void restore(Path file);

  /** Starts a node in that directory, lets it answer some requests, and stops it. */
  void rehearse(Path directory);
}
