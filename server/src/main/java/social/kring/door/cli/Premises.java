package social.kring.door.cli;

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
}
