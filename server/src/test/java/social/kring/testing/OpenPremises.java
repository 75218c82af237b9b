package social.kring.testing;

import java.nio.file.Path;
import java.util.function.Supplier;
import social.kring.door.cli.OpenNode;
import social.kring.door.cli.Premises;

/** Premises where commands work on an open node, and where nothing is run, played or copied. */
public record OpenPremises(Supplier<OpenNode> node) implements Premises {

  @Override
  public OpenNode open() {
    return node.get();
  }

  @Override
  public void run() {
    throw notHere();
  }

  @Override
  public int demo(boolean once) {
    throw notHere();
  }

  @Override
  public void backUp(Path file) {
    throw notHere();
  }

  @Override
  public void restore(Path file) {
    throw notHere();
  }

  @Override
  public void rehearse(Path stage) {
    throw notHere();
  }

  private static UnsupportedOperationException notHere() {
    return new UnsupportedOperationException("no test of this kind asks for it");
  }
}
