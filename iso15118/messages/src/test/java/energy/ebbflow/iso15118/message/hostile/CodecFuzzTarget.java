package energy.ebbflow.iso15118.message.hostile;

import energy.ebbflow.exi.ExiCodec;
import energy.ebbflow.exi.ExiException;
import energy.ebbflow.exi.ExiFragment;
import energy.ebbflow.iso15118.message.MessageSet;
import energy.ebbflow.iso15118.message.V2gMessage;
import java.util.Objects;

/**
 * What must hold for any octets, in the form in which Jazzer calls it: {@code jazzer
 * --target_class=energy.ebbflow.iso15118.message.hostile.CodecFuzzTarget
 * --jvm_args=-Debbflow.set=iso2}. The first octet decides between document and fragment.
 */
public final class CodecFuzzTarget {
  private static final byte[] BUFFER = new byte[2 * ExiCodec.MAX_INPUT_OCTETS];
  private static MessageSet set = MessageSet.ISO20;
  private static ExiCodec<V2gMessage> codec = set.codec();

  private CodecFuzzTarget() {}

  /** Chooses the set by the system property {@code ebbflow.set}. */
  public static void fuzzerInitialize() {
    String label = System.getProperty("ebbflow.set", set.label());
    for (MessageSet candidate : MessageSet.values()) {
      if (candidate.label().equals(label)) {
        use(candidate);
        return;
      }
    }
    throw new IllegalArgumentException("no set " + label);
  }

  /** Chooses the set. */
  static void use(MessageSet chosen) {
    set = chosen;
    codec = chosen.codec();
  }

  /** One input. */
  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length > 0) {
      check(input, 1, input.length - 1, (input[0] & 1) != 0);
    }
  }

  /**
   * Decodes the octets; what decodes must encode, and decode again to the same.
   *
   * @return whether they decoded
   */
  static boolean check(byte[] input, int offset, int length, boolean fragment) {
    try {
      if (fragment) {
        ExiFragment first = codec.decodeFragment(input, offset, length);
        int written =
            codec.encodeFragment(first.namespace(), first.name(), first.content(), BUFFER, 0);
        same(first, codec.decodeFragment(BUFFER, 0, written));
      } else {
        V2gMessage first = codec.decode(input, offset, length);
        int written = codec.encode(first, BUFFER, 0);
        same(first, codec.decode(BUFFER, 0, written));
      }
      return true;
    } catch (ExiException e) {
      // The codec's own way to say no; it must say where.
      if (e.bitOffset() < 0 || e.bitOffset() > 8L * length || e.reason().isEmpty()) {
        throw new AssertionError("a failure without its place: " + e.getMessage(), e);
      }
      return false;
    }
  }

  private static void same(Object first, Object second) {
    if (!Objects.equals(first, second)) {
      throw new AssertionError(first + " came back as " + second);
    }
  }
}
