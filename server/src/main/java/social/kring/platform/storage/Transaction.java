package social.kring.platform.storage;

import java.util.function.Supplier;

/** A transaction under way: all of it happens, or nothing. */
public interface Transaction extends Queries {

  /** Runs once the commit has succeeded; never after a rollback. */
  void afterCommit(Runnable action);

  /**
   * Does something under a savepoint: if it throws, its changes are undone, the transaction goes
   * on, and the exception is thrown on.
   */
  <T> T attempt(Supplier<T> work);
}
