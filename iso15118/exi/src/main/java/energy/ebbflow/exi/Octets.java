package energy.ebbflow.exi;

import java.util.Arrays;
import java.util.HexFormat;

/** An immutable sequence of octets: the value of a binary element. */
public final class Octets {
  private static final Octets EMPTY = new Octets(new byte[0]);

  private final byte[] bytes;

  private Octets(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A copy of {@code bytes}. */
  public static Octets of(byte... bytes) {
    return bytes.length == 0 ? EMPTY : new Octets(bytes.clone());
  }

  /** A copy of {@code length} octets of {@code bytes} from {@code offset}. */
  public static Octets of(byte[] bytes, int offset, int length) {
    return length == 0 ? EMPTY : new Octets(Arrays.copyOfRange(bytes, offset, offset + length));
  }

  /**
   * The octets of a hexadecimal text.
   *
   * @throws IllegalArgumentException when the text is not hexadecimal
   */
  public static Octets ofHex(String hex) {
    return new Octets(HexFormat.of().parseHex(hex));
  }

  /** Takes the array without a copy; for the coders, which have just made it. */
  static Octets owning(byte[] bytes) {
    return bytes.length == 0 ? EMPTY : new Octets(bytes);
  }

  /** The array itself, for the coders, which do not change it. */
  byte[] bytes() {
    return bytes;
  }

  /** How many octets there are. */
  public int length() {
    return bytes.length;
  }

  /** The octet at {@code index}. */
  public byte at(int index) {
    return bytes[index];
  }

  /** A copy as an array. */
  public byte[] toArray() {
    return bytes.clone();
  }

  /** Copies all octets into {@code target} from {@code offset} on. */
  public void copyTo(byte[] target, int offset) {
    System.arraycopy(bytes, 0, target, offset, bytes.length);
  }

  /** The octets in upper-case hexadecimal. */
  public String hex() {
    return HexFormat.of().withUpperCase().formatHex(bytes);
  }

  /**
   * Whether the octets equal those of {@code other}, in a time that does not depend on where they
   * differ.
   */
  public boolean equalsConstantTime(Octets other) {
    int difference = bytes.length ^ other.bytes.length;
    for (int i = 0; i < bytes.length && i < other.bytes.length; i++) {
      difference |= bytes[i] ^ other.bytes[i];
    }
    return difference == 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Octets that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** The hexadecimal form. */
  @Override
  public String toString() {
    return hex();
  }
}
