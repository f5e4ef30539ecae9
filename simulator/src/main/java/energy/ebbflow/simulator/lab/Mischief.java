package energy.ebbflow.simulator.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Changes messages by dice: flipped bits, cut ends, noise, messages twice, older ones again, or out
 * of order, or none.
 */
final class Mischief implements Tamper {
  /** Older messages that may come again. */
  private static final int REMEMBERED = 48;

  private static final int NOISE_BYTES_MAX = 300;

  /** First byte of an EXI document. */
  private static final byte EXI_HEADER = (byte) 0x80;

  private final Dice dice;
  private final double probability;
  private final List<Piece> seen = new ArrayList<>();
  private int done;

  /**
   * @param probability that a message is changed, 0 to 1
   */
  Mischief(Dice dice, double probability) {
    this.dice = dice;
    this.probability = probability;
  }

  /** How many messages were changed. */
  int done() {
    return done;
  }

  @Override
  public List<Piece> arriving(Piece sent) {
    if (seen.size() < REMEMBERED) {
      seen.add(sent);
    } else {
      seen.set(dice.below(REMEMBERED), sent);
    }
    if (!dice.chance(probability)) {
      return List.of(sent);
    }
    done++;
    return switch (dice.below(8)) {
      case 0, 1 -> List.of(flipped(sent));
      case 2 -> List.of(new Piece(sent.set(), cut(sent.bytes())));
      case 3 -> List.of(new Piece(sent.set(), noise()));
      case 4 -> List.of(sent, sent);
      case 5 -> List.of(dice.pick(seen));
      case 6 -> List.of(dice.pick(seen), sent);
      default -> List.of();
    };
  }

  private Piece flipped(Piece sent) {
    byte[] bytes = sent.bytes().clone();
    for (int flips = 1 + dice.below(3); flips > 0 && bytes.length > 0; flips--) {
      bytes[dice.below(bytes.length)] ^= (byte) (1 << dice.below(8));
    }
    return new Piece(sent.set(), bytes);
  }

  private byte[] cut(byte[] bytes) {
    return Arrays.copyOf(bytes, dice.below(bytes.length + 1));
  }

  private byte[] noise() {
    byte[] bytes = new byte[1 + dice.below(NOISE_BYTES_MAX)];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) dice.below(256);
    }
    bytes[0] = EXI_HEADER;
    return bytes;
  }
}
