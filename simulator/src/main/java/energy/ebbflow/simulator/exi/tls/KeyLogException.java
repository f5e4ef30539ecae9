package energy.ebbflow.simulator.exi.tls;

/** A file is no key log. */
public final class KeyLogException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  KeyLogException(int line, String expected, String came) {
    super("line " + line + " of the key log: expected " + expected + ", got " + came);
  }
}
